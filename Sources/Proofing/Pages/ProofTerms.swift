package import Office
package import Payload

/// What every page of a file is proved against.
package struct ProofTerms: Sendable {
    /// The office whose names are printed; nil where nobody knows it.
    package var office: OfficeConfiguration?
    /// The keys, and what is known of revocations.
    package var verifier: Verifier
    /// What is known of cards and posters.
    package var records: PrintedRecords
    /// The moment that codes must be good at.
    package var clock: Timestamp
    /// Where everything stands; nil where there is no manifest.
    package var map: SheetMap?
    /// Whether each code is aged, to see what it bears.
    package var isStressed = false
}
