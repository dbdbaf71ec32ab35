import Payload

/// What every page of a file is proved against.
struct ProofTerms: Sendable {
    /// The office whose names are printed; nil where nobody knows it.
    var office: OfficeConfiguration?
    /// The keys, and what is known of revocations.
    var verifier: Verifier
    /// What is known of cards and posters.
    var records: PrintedRecords
    /// The moment that codes must be good at.
    var clock: Timestamp
    /// Where everything stands; nil where there is no manifest.
    var map: SheetMap?
    /// Whether each code is aged, to see what it bears.
    var isStressed = false
}
