@testable import Issuing
import TestSupport
import Testing

@testable import Mocban

@Suite("Arrangements on sheets")
struct SheetArrangementTests {
    private typealias Slot = SheetArrangement.Slot

    /// Households of one to twelve people, as chance has it.
    private static func households(_ seed: UInt64) -> [Int] {
        var numbers = SeededNumbers(seed)
        return (0..<Int.random(in: 1...60, using: &numbers)).map { _ in Int.random(in: 1...12, using: &numbers) }
    }

    @Test("delivery fills sheet after sheet", arguments: 0..<20 as Range<UInt64>, [1, 8, 9, 10, 20])
    func delivery(seed: UInt64, capacity: Int) {
        let households = Self.households(seed)
        let arrangement = SheetArrangement(delivering: households, capacity: capacity, keepsHouseholds: false)
        let count = households.reduce(0, +)
        #expect(arrangement.slots == (0..<count).map { Slot(sheet: $0 / capacity, position: $0 % capacity) })
    }

    @Test(
        "a household never starts on a sheet's last place if it fits on the next", arguments: 0..<60 as Range<UInt64>,
        [2, 8, 9, 10, 20])
    func keepsHouseholds(seed: UInt64, capacity: Int) {
        let households = Self.households(seed)
        let arrangement = SheetArrangement(delivering: households, capacity: capacity, keepsHouseholds: true)
        #expect(arrangement.slots.count == households.reduce(0, +))
        #expect(
            arrangement.slots == arrangement.slots.sorted() && Set(arrangement.slots).count == arrangement.slots.count)
        #expect(arrangement.slots.allSatisfy { (0..<capacity).contains($0.position) })
        var next = 0
        var previous = -1
        for size in households {
            let first = arrangement.slots[next]
            let place = first.sheet * capacity + first.position
            if size <= capacity { #expect(first.position < capacity - 1 || capacity == 1) }
            // Nothing is left empty but a last place.
            #expect(place == previous + 1 || (place == previous + 2 && place % capacity == 0))
            for offset in 0..<size {
                let slot = arrangement.slots[next + offset]
                #expect(slot.sheet * capacity + slot.position == place + offset)
            }
            next += size
            previous = place + size - 1
        }
    }

    @Test(
        "a stack that is cut, its piles laid on one another, is in order of delivery", arguments: [1, 8, 9, 10, 20],
        [1, 2, 9, 10, 11, 19, 20, 21, 95, 100, 395, 1000])
    func cutAndStack(capacity: Int, count: Int) {
        let arrangement = SheetArrangement(stacking: count, capacity: capacity)
        #expect(arrangement.sheets == (count + capacity - 1) / capacity)
        var sheets = Array(repeating: [Int?](repeating: nil, count: capacity), count: arrangement.sheets)
        for (index, slot) in arrangement.slots.enumerated() {
            #expect(sheets[slot.sheet][slot.position] == nil)
            sheets[slot.sheet][slot.position] = index
        }
        // The guillotine: a pile for each position, the first sheet's card on top.
        let piles = (0..<capacity).map { position in sheets.map { $0[position] } }
        #expect(piles.joined().compactMap(\.self) == Array(0..<count))
        // Blanks lie at the end of the stack.
        let stack = Array(piles.joined())
        #expect(stack.prefix(count).allSatisfy { $0 != nil })
    }

    @Test("what is printed again keeps its place; sheets without anything are left out")
    func keeping() {
        let places = [(36, 0), (36, 9), (38, 3), (40, 0)].map { Slot(sheet: $0.0, position: $0.1) }
        let arrangement = SheetArrangement(keeping: places)
        #expect(arrangement.slots == [(0, 0), (0, 9), (1, 3), (2, 0)].map { Slot(sheet: $0.0, position: $0.1) })
        #expect(arrangement.sheets == 3)
    }
}
