import RosterValues
import Tables
import VietnameseText

extension Person.Column {
    /// Where names and births stand in parts, and what is filled in that the file does not say.
    package static func layout(_ cells: HeaderCells, _ around: HeaderSurroundings) -> ColumnLayout<Person.Column> {
        let known = ColumnNames<Person.Column>()
        let width = (0..<cells.count).last { !cells.names($0).isEmpty }.map { $0 + 1 } ?? 0
        var layout = ColumnLayout<Person.Column>(shape: RowShape(width: width))
        var parts: [ColumnPart: Int] = [:]
        var columns: Set<Person.Column> = []
        for field in 0..<cells.count where !cells.names(field).isEmpty {
            let column = cells.column(field, known)
            // A column's own name is no part of another; ho is Họ only beside Tên, and Hộ else.
            if let part = PartNames.part(cells.names(field), known), column == nil || column == .dateOfBirth {
                if parts[part] == nil { parts[part] = field }
            } else if let column {
                columns.insert(column)
            }
        }
        takeName(cells, known, parts, around, &layout)
        takeBirth(parts, &layout)
        columns.formUnion(layout.fields.keys)
        add(columns, around, &layout)
        return layout
    }

    private static func takeName(
        _ cells: HeaderCells, _ known: ColumnNames<Person.Column>, _ parts: [ColumnPart: Int],
        _ around: HeaderSurroundings, _ layout: inout ColumnLayout<Person.Column>
    ) {
        let full = (0..<cells.count).first { cells.column($0, known) == .fullName }
        if let full {
            let fields = [full] + continued(full, cells, around)
            if fields.count > 1 { (layout.fields[.fullName], layout.shape.name) = (full, fields) }
        } else if let given = parts[.givenName] {
            // Without accents Họ and Hộ are one word, which beside Tên is the family's.
            let ho = (0..<cells.count).first { cells.names($0).last?.lowercased() == "ho" }
            guard let family = parts[.familyName] ?? ho else { return }
            layout.shape.name = [family, parts[.middleName], given].compactMap(\.self).sorted()
            layout.fields[.fullName] = layout.shape.name[0]
        }
    }

    /// The fields behind a name's that its cell is merged over, or that have no name of their own and hold names.
    private static func continued(_ full: Int, _ cells: HeaderCells, _ around: HeaderSurroundings) -> [Int] {
        let merged =
            around.spans.first { $0.contains(full) }.map { full + 1..<$0.upperBound + 1 } ?? full + 1..<full + 1
        let own = merged.filter {
            $0 < cells.count && (cells.names($0).isEmpty || cells.names($0) == cells.names(full))
        }
        if !own.isEmpty { return own }
        guard full + 1 < cells.count, cells.names(full + 1).isEmpty else { return [] }
        let texts = around.below.compactMap { row in
            full + 1 < row.fields.count && !row.fields[full].isBlankCell ? CleanText(row.fields[full + 1]).text : nil
        }
        .filter { !$0.isEmpty }
        let areNames = texts.allSatisfy { text in
            NameScan(text).isName && text.split(separator: " ").count <= 2 && Sex(text) == nil
        }
        return !texts.isEmpty && areNames ? [full + 1] : []
    }

    private static func takeBirth(_ parts: [ColumnPart: Int], _ layout: inout ColumnLayout<Person.Column>) {
        if let day = parts[.birthDay], let month = parts[.birthMonth],
            let year = parts[.birthYear] ?? parts[.birthOfMen]
        {
            (layout.shape.birthParts, layout.fields[.dateOfBirth]) = ([day, month, year], day)
        } else if let men = parts[.birthOfMen], let women = parts[.birthOfWomen] {
            (layout.shape.birthBySex, layout.fields[.dateOfBirth]) = ([men, women], min(men, women))
        }
    }

    /// Adds what is missing and can be filled in.
    private static func add(
        _ columns: Set<Person.Column>, _ around: HeaderSurroundings, _ layout: inout ColumnLayout<Person.Column>
    ) {
        func add(_ column: Person.Column, _ added: RowShape.Added) {
            layout.added.append(column)
            layout.shape.added.append(added)
        }
        if !columns.contains(.household), columns.contains(.relation) { add(.household, .household) }
        if !columns.contains(.sex), !layout.shape.birthBySex.isEmpty { add(.sex, .sex) }
        if !columns.contains(.hamlet) {
            if around.below.contains(where: { HeadingRow.hamlet($0) != nil }) {
                add(.hamlet, .hamlet(nil))
            } else if let hamlet = around.hamlet {
                add(.hamlet, .hamlet(hamlet))
            }
        }
        if !columns.contains(.commune), let commune = around.commune { add(.commune, .commune(commune)) }
    }
}

/// A row that is the heading of the rows below it.
enum HeadingRow {
    /// The hamlet that a row names, beside nothing but its number.
    static func hamlet(_ row: Row) -> String? {
        let texts = row.fields.map { CleanText($0).text }.filter { !$0.isEmpty }
        guard (1...3).contains(texts.count) else { return nil }
        let named = texts.filter { !TitleLocality.isIndex($0) }
        return named.count == 1 ? TitleLocality.hamlet(heading: named[0]) : nil
    }
}
