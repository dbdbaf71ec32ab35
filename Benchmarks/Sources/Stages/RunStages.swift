import Dispatch
import Inhabitants
import Messages
import Mocban
import Payload
import Synchronization

/// Registering a run: how each person stands, and the transaction with all cards, into an empty register.
struct RegisteringStage {
    private let registration: Registration
    private let residents: Registration.Residents

    init(_ office: SampleOffice) throws {
        registration = try Registration(office: office.office, clock: office.clock)
        residents = registration.residents(0..<SampleOffice.people)
    }

    func register(_ count: Int) throws { try registration.register(residents.prefix(count)) }
}

/// A whole run: a roster to PDF files, manifest and register.
struct RunStage {
    private let office: SampleOffice
    private let run: IssuingRun

    init(_ office: SampleOffice) throws {
        let resources = try Resources.located()
        self.office = office
        var options = RunOptions(clock: office.clock)
        options.template = office.templatePath(resources)
        run = try IssuingRun(
            .card, office: office.office, resources: resources, options: options,
            lock: OfficeLock(office.office, command: "cards", since: office.clock))
    }

    func print(_ count: Int) throws {
        let (roster, out) = (try office.roster(count), office.office.folder + "/cards")
        let end = DispatchSemaphore(value: 0)
        let result = Mutex<Result<Int, any Error>?>(nil)
        // Callgrind does not survive that a program's first thread ends, which that of an asynchronous main does.
        Task.detached { [run] in
            let printed: Result<Int, any Error>
            do { printed = .success(try await run.print(roster, to: out).printed) } catch { printed = .failure(error) }
            result.withLock { $0 = printed }
            end.signal()
        }
        end.wait()
        guard let printed = try result.withLock({ $0 })?.get(), printed == count else {
            throw Failure("not all of \(count) cards were printed")
        }
    }
}
