package import Scanning

/// A code that was read in a photograph.
package struct FoundCode: Sendable, Hashable {
    /// What it says.
    package var text: String
    /// Its corners, to about a module.
    package var position: Quadrilateral
    /// How many pixels an edge takes from dark to light; 1 for the sharpest, and codes get lost when it nears a module.
    package var edge: Double
}

/// A spot that looks like a code but that nothing could be read from.
package struct UnreadableCode: Sendable, Hashable {
    /// How it was noticed.
    package enum Evidence: Sendable, Hashable {
        /// All three finder patterns are there: the code is blurred, stained or covered within.
        case threeFinderPatterns
        /// One or two finder patterns are there, of the size of the others' in the picture: a corner is covered or torn.
        case fewerFinderPatterns
    }

    /// About where it is: the corners, or a square that has what there is of it at its edge.
    package var position: Quadrilateral
    /// How it was noticed.
    package var evidence: Evidence
}

/// What a photograph shows.
package struct PhotographedCodes: Sendable, Hashable {
    /// The codes that were read, from the top down.
    package var found: [FoundCode]
    /// Where codes stand that were not.
    package var unreadable: [UnreadableCode]

    /// What a photograph shows.
    package init(found: [FoundCode], unreadable: [UnreadableCode]) {
        (self.found, self.unreadable) = (found, unreadable)
    }
}
