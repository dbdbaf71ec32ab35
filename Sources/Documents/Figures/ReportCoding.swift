import Foundation
import Payload

// A report as JSON: absent values are left out, moments are in UTC.
extension OfficeReport: Encodable {
    private enum Keys: String, CodingKey {
        case asOf, units, posters, totals
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(asOf.description, forKey: .asOf)
        try container.encode(units, forKey: .units)
        try container.encode(posters, forKey: .posters)
        try container.encode(totals, forKey: .totals)
    }
}

extension OfficeReport.Unit: Encodable {
    private enum Keys: String, CodingKey {
        case code, name, parent, rosterRead, logHead, posters, totals
        case hamlets = "places"
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(code.rawValue, forKey: .code)
        try container.encode(name, forKey: .name)
        if !parent.isEmpty { try container.encode(parent, forKey: .parent) }
        try container.encodeIfPresent(rosterRead?.description, forKey: .rosterRead)
        try container.encodeIfPresent(logHead?.code.description, forKey: .logHead)
        try container.encode(hamlets, forKey: .hamlets)
        try container.encode(posters, forKey: .posters)
        try container.encode(totals, forKey: .totals)
    }
}

extension OfficeReport.Hamlet: Encodable {
    private enum Keys: String, CodingKey {
        case commune, hamlet
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        if !commune.isEmpty { try container.encode(commune, forKey: .commune) }
        try container.encode(hamlet, forKey: .hamlet)
        try counts.encode(to: encoder)
    }
}

extension OfficeReport.Counts: Encodable {
    private enum Keys: String, CodingKey {
        case people, valid, expired, revoked, reprints, coverage
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encodeIfPresent(people, forKey: .people)
        try container.encode(valid, forKey: .valid)
        try container.encode(expired, forKey: .expired)
        try container.encode(revoked, forKey: .revoked)
        try container.encode(reprints, forKey: .reprints)
        // A decimal, so that 97.3 is not written as 97.299999999999997.
        try container.encodeIfPresent(coverage.map { Decimal($0.tenths) / 10 }, forKey: .coverage)
    }
}

extension OfficeReport.Posters: Encodable {
    private enum Keys: String, CodingKey {
        case type, name, valid, expired, revoked
    }

    /// Writes the type's figures as an object, with its code and its Vietnamese name.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(type.rawValue, forKey: .type)
        try container.encode(type.vietnamese, forKey: .name)
        try container.encode(valid, forKey: .valid)
        try container.encode(expired, forKey: .expired)
        try container.encode(revoked, forKey: .revoked)
    }
}
