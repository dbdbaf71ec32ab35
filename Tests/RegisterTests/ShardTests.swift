import Testing

@testable import Register

@Suite("Shards") struct ShardTests {
    @Test("are written as i/n", arguments: [("1/1", 1, 1), ("3/8", 3, 8), ("100000/100000", 100_000, 100_000)])
    func written(text: String, number: Int, count: Int) throws {
        let shard = try #require(Shard(text))
        #expect(shard.number == number && shard.count == count && shard.description == text)
    }

    @Test(
        "are refused where there is none of the number",
        arguments: ["", "3", "0/8", "9/8", "-1/8", "1/0", "1/100001", "1/8/8", "a/b", "1 /8", "+1/8", "１/8"])
    func refused(text: String) { #expect(Shard(text) == nil) }

    // The shares of SHA-256 as Python's hashlib gives it, of "phu le\x1fpl-001" and so on.
    @Test(
        "go by the folded hamlet and household, whoever computes them",
        arguments: [
            (["Phú Lễ", "PL-001"], 8, 6), (["PHÚ LỄ", "pl-001"], 8, 6), (["Phú Lễ", "PL-001"], 100, 50),
            (["", "H-1"], 8, 6), (["Hòa Bình", "17"], 8, 1), (["Hoà Bình", "17"], 3, 1),
        ])
    func holding(identity: [String], count: Int, share: Int) throws {
        for number in 1...count {
            let shard = try #require(Shard(number: number, of: count))
            #expect(shard.holds(identity) == (number == share), "\(shard)")
        }
    }

    @Test("number their runs so that no two shards have one number")
    func numbers() throws {
        for next in 1...20 {
            var taken: Set<Int> = []
            for number in 1...8 {
                let shard = try #require(Shard(number: number, of: 8))
                let first = shard.runNumber(from: next)
                #expect(first >= next && first < next + 8 && shard.runNumber(from: first) == first)
                #expect(shard.runNumber(from: first + 1) == first + 8)
                taken.insert(first)
            }
            #expect(taken.count == 8)
        }
    }
}
