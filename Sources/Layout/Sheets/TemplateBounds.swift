extension Template {
    /// What is drawn of a side at most, from the page's top left corner; nil where nothing is.
    package func bounds(_ side: SheetSide) -> Rectangle? {
        guard let side = side == .front ? front : back else { return nil }
        let filled = side.texts.map(\.box) + [side.code?.box, side.portrait?.box].compactMap(\.self)
        let boxes = side.face.marks.map(\.bounds) + filled
        guard let first = boxes.first else { return nil }
        return boxes.dropFirst().reduce(first) { $0.union($1) }
    }
}

extension Mark {
    /// The rectangle that the mark keeps within.
    package var bounds: Rectangle {
        switch self {
        case .text(let text): text.box
        case .code(let code): code.box
        case .box(let box): box.box
        case .picture(let picture): picture.box
        case .portrait(let portrait): portrait.box
        case .line(let line):
            Rectangle(origin: line.start, size: Size(width: .zero, height: .zero))
                .union(Rectangle(origin: line.end, size: Size(width: .zero, height: .zero)))
                .inset(by: line.width / -2)
        }
    }
}
