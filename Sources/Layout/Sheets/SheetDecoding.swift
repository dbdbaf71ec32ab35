import Messages

extension SheetProfile {
    private static let names = [
        "summary", "paper", "page", "grid", "gutter", "origin", "label", "corner", "bleed", "unprinted", "cut", "order",
        "flip", "punched", "lamination",
    ]

    /// Decodes a profile's YAML; lengths are millimetres, and the file's path is for errors.
    ///
    /// Throws `ConfigurationError` with line and column.
    public init(yaml: String, file: String, name: String) throws(ConfigurationError) {
        let root = try YAMLValue.root(of: yaml, file: file)
        try root.allow(Self.names)
        let paper = try root.required("paper").paper()
        let page = try root["page"]?.paper() ?? paper
        let grid = try root["grid"].map { value throws(ConfigurationError) in try value.grid() } ?? (1, 1)
        let isPaper = page == paper && grid == (1, 1)
        self.init(
            name: name, summary: try root.required("summary").string(), paper: paper, page: page, columns: grid.0,
            rows: grid.1, unprinted: try root["unprinted"]?.length() ?? (isPaper ? .zero : .mm(6)),
            cut: try root["cut"]?.choice() ?? (isPaper ? .none : .marks))
        if let value = root["label"] {
            cell = try value.size()
            guard min(cell.width / page.width, cell.height / page.height) >= 0.95 else {
                throw value.fault(
                    en: "a page of \(page.inWords) is too large for a label of \(cell.inWords)",
                    vi: "trang \(page.inWords) quá lớn cho nhãn \(cell.inWords)")
            }
        }
        corner = try root["corner"]?.length() ?? .zero
        if let value = root["gutter"] {
            let numbers = try value.numbers("across", "down")
            guard numbers[0] >= 0, numbers[1] >= 0 else {
                throw value.fault(en: "a gutter is 0 mm or more", vi: "khoảng cách giữa các ô phải từ 0 mm trở lên")
            }
            gutter = Size(width: .mm(numbers[0]), height: .mm(numbers[1]))
        }
        bleed = try root["bleed"]?.length() ?? .zero
        sequence = try root["order"]?.choice() ?? .rows
        if let value = root["flip"] {
            flip = try value.choice()
            guard flip != .none else {
                throw value.fault(
                    en: "a flip is long-edge or short-edge",
                    vi: "cách lật giấy là long-edge (theo cạnh dài) hoặc short-edge (theo cạnh ngắn)")
            }
        }
        centre()
        if let value = root["origin"] {
            let numbers = try value.numbers("left", "top")
            origin = Point(x: .mm(numbers[0]), y: .mm(numbers[1]))
        }
        try checkGrid(root)
        try decodeMargins(root)
    }

    /// Refuses a grid that is not on the paper, and what does not leave room for it.
    private func checkGrid(_ root: YAMLMap) throws(ConfigurationError) {
        let origin = root["origin"] ?? root["grid"] ?? root.value
        let free = Edges(of: block, on: paper)
        // A page that is the paper itself has no margin: its own marks decide.
        let least = capacity == 1 && page == paper ? Length.zero : unprinted + bleed
        for edge in Edges.Edge.allCases where free[edge] + .mm(0.005) < least {
            throw origin.fault(
                en: "the cells come as near as \(free[edge].inWords) mm to the \(edge.rawValue) edge of the paper, "
                    + "which is to stay white for \(unprinted.inWords) mm"
                    + (bleed > .zero ? " beyond a bleed of \(bleed.inWords) mm" : ""),
                vi: "các ô đến sát mép \(edge.vietnamese) của giấy còn \(free[edge].inWords) mm, "
                    + "mà mép này phải để trắng \(unprinted.inWords) mm"
                    + (bleed > .zero ? " ngoài phần xén \(bleed.inWords) mm" : ""))
        }
        if let value = root["bleed"] {
            let gutters = [
                (columns, gutter.width + cell.width - page.width), (rows, gutter.height + cell.height - page.height),
            ]
            for (count, gutter) in gutters where count > 1 && bleed * 2 > gutter + .mm(0.005) {
                throw value.fault(
                    en: "a bleed of \(bleed.inWords) mm on both sides does not fit into a gutter of "
                        + "\(gutter.inWords) mm",
                    vi: "phần xén \(bleed.inWords) mm ở cả hai bên không vừa khoảng cách \(gutter.inWords) mm "
                        + "giữa các ô")
            }
        }
        guard cut == .marks, capacity > 1 else { return }
        // A tick of 2 mm at least, clear of the bleed.
        let room = unprinted + max(.mm(1.5), bleed + .mm(0.5)) + .mm(2)
        for edge in Edges.Edge.allCases where free[edge] + .mm(0.005) < room {
            throw (root["cut"] ?? origin).fault(
                en: "there is no room for cut marks at the \(edge.rawValue) edge: \(free[edge].inWords) mm "
                    + "are free, \(room.inWords) mm are needed; choose 'cut: guides' or 'cut: none'",
                vi: "không đủ chỗ cho dấu cắt ở mép \(edge.vietnamese): chỉ trống \(free[edge].inWords) mm, "
                    + "cần \(room.inWords) mm; hãy chọn “cut: guides” hoặc “cut: none”")
        }
    }

    private mutating func decodeMargins(_ root: YAMLMap) throws(ConfigurationError) {
        for value in [root["punched"], root["lamination"]].compactMap(\.self) where capacity > 1 || page != paper {
            throw value.fault(
                en: "margins for holes and film are for a page that is the whole paper",
                vi: "lề đục lỗ và lề ép màng chỉ dùng cho trang chiếm cả tờ giấy")
        }
        if let value = root["lamination"] {
            lamination = try value.length()
            guard lamination <= .mm(20) else {
                throw value.fault(en: "a border for film is 0 to 20 mm", vi: "lề ép màng phải từ 0 đến 20 mm")
            }
        }
        if let value = root["punched"] {
            let map = try value.map()
            try map.allow(["side", "width"])
            let side = try map.required("side").choice(PunchedMargin.Side.self)
            let width = try map["width"]?.length() ?? .mm(20)
            guard (PunchedMargin.leastWidth...Length.mm(40)).contains(width) else {
                throw (map["width"] ?? value).fault(
                    en: "a margin for holes is 16 to 40 mm wide (ISO 838)",
                    vi: "lề đục lỗ phải rộng từ 16 đến 40 mm (ISO 838)")
            }
            punched = PunchedMargin(side: side, width: width)
        }
        let room = freed(Rectangle(origin: .zero, size: cell)).size
        scale = min(1, room.width / page.width, room.height / page.height)
    }
}

extension YAMLValue {
    fileprivate func paper() throws(ConfigurationError) -> Size {
        guard isScalar else { return try size() }
        guard let size = Size(paper: try string()) else {
            throw fault(
                en: "paper is one of \(Size.paperNames.joined(separator: ", ")), or [width, height]",
                vi: "giấy là một trong: \(Size.paperNames.joined(separator: ", ")), hoặc [rộng, cao]")
        }
        return size
    }

    fileprivate func size() throws(ConfigurationError) -> Size {
        let numbers = try numbers("width", "height")
        guard numbers.allSatisfy((10...2000).contains) else {
            throw fault(en: "width and height are 10 to 2000 mm", vi: "chiều rộng và chiều cao phải từ 10 đến 2000 mm")
        }
        return Size(width: .mm(numbers[0]), height: .mm(numbers[1]))
    }

    fileprivate func grid() throws(ConfigurationError) -> (Int, Int) {
        let values = try list()
        guard values.count == 2 else { throw fault(en: "expected [columns, rows]", vi: "cần [số cột, số hàng]") }
        return (try values[0].integer(in: 1...50), try values[1].integer(in: 1...50))
    }
}

extension Size {
    /// ISO 216 A3, portrait: 297 × 420 mm.
    public static let a3 = Size(width: .mm(297), height: .mm(420))

    /// The same paper on its side.
    public var landscape: Size { width < height ? Size(width: height, height: width) : self }

    /// The names of papers and cards that files may use.
    public static let paperNames = ["a4", "a4-landscape", "a3", "a3-landscape", "id1"]

    /// A paper by its name; nil for another.
    public init?(paper name: String) {
        switch name {
        case "a4": self = .a4
        case "a4-landscape": self = .a4.landscape
        case "a3": self = .a3
        case "a3-landscape": self = .a3.landscape
        case "id1": self = .id1
        default: return nil
        }
    }

    /// `85.60 × 53.98 mm`.
    public var inWords: String { "\(width.inWords) × \(height.inWords) mm" }
}

extension Length {
    /// The millimetres to a hundredth, without zeros at the end: `13.55`.
    public var inWords: String {
        guard abs(millimetres) < 1e12 else { return "\(millimetres)" }
        let hundredths = Int((millimetres * 100).rounded())
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
