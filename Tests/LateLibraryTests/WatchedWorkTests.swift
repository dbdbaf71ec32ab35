import Glibc
import LateLibrary
import Testing

@Suite("work of libraries that is watched")
struct WatchedWorkTests {
    @Test("ends the process where it takes too much time, in one call or in all")
    func time() async {
        await #expect(processExitsWith: .exitCode(65)) {
            LibraryWatch.start { excess in
                _exit(excess.description == "a.pdf takes more than 1 s to read and draw: it is not used" ? 65 : 1)
            }
            let whole = WatchedWork("a.pdf", seconds: 1)
            for page in 1...1_000 {
                WatchedWork("page \(page)", seconds: 5, of: whole).call {
                    let end = clock() + 30_000
                    while clock() < end {}
                }
            }
        }
    }

    @Test("ends the process where it takes too much memory")
    func memory() async {
        await #expect(processExitsWith: .exitCode(65)) {
            LibraryWatch.start { excess in
                _exit(excess.description == "a.pdf takes more than 1024 MiB of memory: it is not used" ? 65 : 1)
            }
            WatchedWork("a.pdf", seconds: 60).call {
                var blocks: [[UInt8]] = []
                while blocks.count < 64 { blocks.append([UInt8](repeating: 1, count: 64 << 20)) }
                // Less than a look at it takes.
                sleep(1)
                precondition(blocks.count < 64, "nobody has looked")
            }
        }
    }

    @Test("goes on where it waits and takes no time, and where nobody watches")
    func waiting() async {
        #expect(WatchedWork("a.pdf", seconds: 0).call { 7 } == 7)
        await #expect(processExitsWith: .success) {
            LibraryWatch.start { _ in _exit(65) }
            WatchedWork("a.pdf", seconds: 0.5).call { _ = usleep(900_000) }
            exit(0)
        }
    }
}
