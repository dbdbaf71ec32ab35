extension Template {
    /// What is drawn of a side at most, from the page's top left corner; nil where nothing is.
    package func bounds(_ side: SheetSide) -> Rectangle? {
        guard let side = side == .front ? front : back else { return nil }
        let filled =
            side.texts.map(\.box) + [side.code.map { $0.modules ?? $0.box }, side.portrait?.box].compactMap(\.self)
        let boxes = side.face.marks.map(\.bounds) + filled
        return boxes.first.map { boxes.dropFirst().reduce($0) { $0.union($1) } }
    }
}

extension Mark {
    package var bounds: Rectangle {
        switch self {
        case .text(let text): text.box
        case .code(let code): code.box
        case .box(let box): box.box
        case .picture(let picture): picture.box
        case .portrait(let portrait): portrait.box
        case .line(let line): line.extent.inset(by: line.width / -2)
        }
    }
}

extension LineMark {
    /// The rectangle between both ends.
    var extent: Rectangle { Rectangle(origin: start, size: .zero).union(Rectangle(origin: end, size: .zero)) }
}
