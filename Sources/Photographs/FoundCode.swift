package import Scanning

/// A code that was read in a photograph.
package struct FoundCode: Sendable, Hashable {
    package var text: String
    /// Its corners, to about a module.
    package var position: Quadrilateral
    /// How many pixels an edge takes from dark to light; 1 for the sharpest, and codes get lost when it nears a module.
    package var edge: Double
}

/// A spot that looks like a code but that nothing could be read from.
package struct UnreadableCode: Sendable, Hashable {
    package enum Evidence: Sendable, Hashable {
        /// All three finder patterns are there: the code is blurred, stained or covered within.
        case threeFinderPatterns
        /// One or two finder patterns are there, of the size of the others' in the picture: a corner is covered or torn.
        case fewerFinderPatterns
    }

    /// About where it is: the corners, or a square that has what there is of it at its edge.
    package var position: Quadrilateral
    package var evidence: Evidence
}

package struct PhotographedCodes: Sendable, Hashable {
    /// The codes that were read, from the top down.
    package var found: [FoundCode]
    /// Where codes stand that were not.
    package var unreadable: [UnreadableCode]

    package init(found: [FoundCode], unreadable: [UnreadableCode]) {
        (self.found, self.unreadable) = (found, unreadable)
    }
}
