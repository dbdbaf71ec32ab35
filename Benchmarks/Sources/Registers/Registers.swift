import Inhabitants
import Messages
import Mocban
import Payload
import Register

/// What `Benchmarks/registers` asks of the library itself.
@main
struct Registers {
    private static let usage = """
        usage: Registers fill OFFICE COUNT CLOCK            register so many people, a commune a run
               Registers fill-at-once OFFICE COUNT CLOCK    the same in one run
               Registers register OFFICE FIRST COUNT CLOCK  register a run of people; what that took, as JSON
               Registers roster FIRST COUNT                 a roster of these people
               Registers open OFFICE                        open the register, ask once; what that took, as JSON
        """
    private static let peopleInCommune = 10_000

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        let (name, rest) = (arguments.first ?? "", Array(arguments.dropFirst()))
        switch (name, rest.count) {
        case ("fill", 3):
            let (registration, count) = (try registration(rest[0], rest[2]), try number(rest[1]))
            for start in stride(from: 0, to: count, by: peopleInCommune) {
                try registration.register(registration.residents(start..<min(start + peopleInCommune, count)))
            }
        case ("fill-at-once", 3): try registration(rest[0], rest[2]).registerAtOnce(0..<(try number(rest[1])))
        case ("register", 4):
            let first = try number(rest[1])
            let people = first..<(first + (try number(rest[2])))
            print(try registering(people, registration(rest[0], rest[3])).json)
        case ("roster", 2): try printRoster(first: number(rest[0]), count: number(rest[1]))
        case ("open", 1): try printOpening(office: rest[0])
        default: throw Failure(usage)
        }
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String
        init(_ description: String) { self.description = description }
    }

    private static func registration(_ office: String, _ clock: String) throws -> Registration {
        guard let clock = Timestamp(clock) else { throw Failure("\(clock) is no time") }
        return try Registration(office: Office(folder: office), clock: clock)
    }

    /// Registers people; gives what that took, without making them up.
    private static func registering(_ people: Range<Int>, _ registration: Registration) throws -> Stopwatch.Reading {
        let residents = registration.residents(people)
        let stopwatch = Stopwatch()
        try registration.register(residents)
        return stopwatch.reading
    }

    private static func number(_ text: String) throws -> Int {
        guard let number = Int(text), number >= 0 else { throw Failure("\(text) is no number") }
        return number
    }

    private static func printRoster(first: Int, count: Int) {
        print(Inhabitant.header.joined(separator: ","))
        let names = Names()
        for number in first..<(first + count) {
            print(Inhabitant(number, names: names).cells.joined(separator: ","))
        }
    }

    /// Prints what the first question of a process takes.
    private static func printOpening(office folder: String) throws {
        let office = try Office(folder: folder)
        let key = try office.keyring().registerKey()
        let stopwatch = Stopwatch()
        let register = try Register(path: folder + "/register.sqlite", key: key, access: .reading)
        let next = try register.reading { try $0.nextRun }
        let reading = stopwatch.reading
        guard next > 0 else { throw Failure("the register has no next run") }
        print(reading.json)
    }
}
