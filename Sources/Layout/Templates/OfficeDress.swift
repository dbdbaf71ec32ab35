extension Template {
    /// The template as one office prints it: with its emblem, and with the texts that say nothing but its own title or
    /// signer among the marks that all pages share, so that they cost a page nothing.
    package func dressed(emblem: String?, title: String, signer: String) -> Template {
        var values = FieldValues()
        (values[.title], values[.signer], values[.emblem]) = (title, signer, emblem ?? "")
        let own: Set<Field> = [.title, .signer, .emblem]
        return changed { side in
            var shared: [Mark] = []
            if let emblem, let box = side.emblem { shared.append(.picture(PictureMark(path: emblem, box: box))) }
            side.texts.removeAll { text in
                guard own.isSuperset(of: text.pattern.fields), text.condition.map({ own.contains($0.field) }) ?? true
                else { return false }
                if text.condition?.holds(for: values) ?? true, let string = text.pattern.filled(with: values) {
                    shared.append(
                        .text(TextMark(string, style: text.style, box: text.box, label: text.pattern.source)))
                }
                return true
            }
            if !shared.isEmpty { side.face = Face(marks: side.face.marks + shared) }
        }
    }
}
