import Rasterising
import Synchronization

/// Proves whole files, several pages at once.
package struct FileProver: Sendable {
    package let terms: ProofTerms
    package let jobs: Int

    private final class Shared: Sendable {
        let next = Atomic(0)
        let pages = Mutex<[Int: PageProof]>([:])
        let weakest = Mutex<[ProofedCode]>([])
    }

    // Pages that a worker takes at once: what it keeps of a page is small, and few are left for one worker at the end.
    private static let pagesAtOnce = 4

    /// Proves a file and adds what was found to a report; `progress` is told, from any thread, how many more codes are
    /// done.
    ///
    /// Throws `PDFError`, what reading the register throws, `CancellationError`.
    package func prove(
        _ file: ProofedFile, into report: inout ProofReport, progress: @escaping @Sendable (Int) -> Void
    ) async throws {
        let count = try PDFFile(path: file.path, at: file.held).pageCount
        let items = Dictionary(grouping: file.items ?? [], by: \.page)
        let shared = Shared()
        let chunks = (count + Self.pagesAtOnce - 1) / Self.pagesAtOnce
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<max(1, min(jobs, chunks)) {
                group.addTask { @concurrent in
                    let prover = try PageProver(file, terms)
                    while case let chunk = shared.next.wrappingAdd(1, ordering: .relaxed).oldValue, chunk < chunks {
                        for page in chunk * Self.pagesAtOnce + 1...min(count, (chunk + 1) * Self.pagesAtOnce) {
                            try Task.checkCancellation()
                            let sheet = terms.map?.sheet(ofPage: page).sheet ?? page
                            let proof = try prover.prove(page, items[sheet] ?? [])
                            shared.pages.withLock { $0[page] = proof }
                            progress(proof.codes.count)
                        }
                    }
                    shared.weakest.withLock { all in prover.weakest.forEach { all.take($0) } }
                }
            }
            while try await group.next() != nil {}
        }
        for code in shared.weakest.withLock(\.self) { report.weakest.take(code) }
        let pages = shared.pages.withLock { pages in pages.sorted { $0.key < $1.key }.map(\.value) }
        FileProof(file, map: terms.map, pages: pages).add(to: &report)
    }
}
