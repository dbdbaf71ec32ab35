extension Page {
    /// The page as it is printed with an ink.
    public func inked(_ ink: Ink) -> Page {
        guard ink == .black else { return self }
        var backdrop = Backdrop(page: size)
        return Page(size: size, face: Face(marks: backdrop.inBlack(face.marks)), marks: backdrop.inBlack(marks))
    }
}

extension Template {
    /// The template as it is printed with an ink: its pages come out inked.
    public func inked(_ ink: Ink) -> Template {
        guard ink == .black else { return self }
        var template = self
        template.front = front.inBlack(size)
        template.back = back?.inBlack(size)
        return template
    }
}

extension Template.Side {
    fileprivate func inBlack(_ size: Size) -> Template.Side {
        var side = self
        var backdrop = Backdrop(page: size)
        side.face = Face(marks: backdrop.inBlack(face.marks))
        side.portrait?.ink = .black
        for index in texts.indices {
            side.texts[index].style = backdrop.inBlack(texts[index].style, in: texts[index].box)
        }
        return side
    }
}
