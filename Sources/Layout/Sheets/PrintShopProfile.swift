extension SheetProfile {
    /// A page of its own size with its bleed around it, for a print shop, which imposes and cuts by itself.
    ///
    /// Backs stand as upright as fronts, each after its own.
    public static func printShop(_ page: Size, bleed: Length) -> SheetProfile {
        let paper = Size(width: page.width + bleed * 2, height: page.height + bleed * 2)
        var profile = SheetProfile(
            name: "print-shop", paper: paper, page: page, columns: 1, rows: 1, unprinted: .zero, cut: .none)
        profile.bleed = bleed
        // About an upright axis, so that no back stands on its head.
        profile.flip = paper.width > paper.height ? .shortEdge : .longEdge
        return profile
    }
}
