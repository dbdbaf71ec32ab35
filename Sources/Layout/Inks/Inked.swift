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
        return changed { side in
            var backdrop = Backdrop(page: size)
            side.face = Face(marks: backdrop.inBlack(side.face.marks))
            side.portrait?.ink = .black
            for index in side.texts.indices {
                side.texts[index].style = backdrop.inBlack(side.texts[index].style, in: side.texts[index].box)
            }
        }
    }

    /// The template with each of its sides changed.
    func changed(_ change: (inout Side) -> Void) -> Template {
        var template = self
        change(&template.front)
        template.back = back.map { side in
            var side = side
            change(&side)
            return side
        }
        return template
    }
}
