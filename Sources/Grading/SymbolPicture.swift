package import QRCode
package import Scanning

/// A picture of a symbol, and where it stands in it.
package struct SymbolPicture: Sendable, Equatable {
    /// The picture, quiet zone included.
    package var image: GreyImage
    /// The corners of the symbol's own modules, without the quiet zone.
    package var position: Quadrilateral
    /// Modules on a side.
    package let width: Int

    package init(of code: QRCode, in image: GreyImage, at position: Quadrilateral) {
        (self.image, self.position) = (image, position)
        width = code.width
    }

    /// A picture that holds exactly the symbol's box, quiet zone included.
    package init(of code: QRCode, filling image: GreyImage) {
        let (width, height) = (Double(image.width), Double(image.height))
        self.init(of: code, in: image, at: Quadrilateral(symbolOf: code, fillingWidth: width, height: height))
    }

    /// The side of a module, in pixels.
    var module: Double { position.side / Double(width) }

    /// What the paper around the symbol looks like.
    var paper: UInt8 { image.pixels[0] }

    /// The picture at an integer fraction of its size that leaves modules six pixels or a little more.
    ///
    /// Finer pixels say nothing more of a symbol and cost time: a poster's code has millions.
    var reduced: SymbolPicture {
        let factor = Int(module / 6)
        guard factor > 1 else { return self }
        var reduced = self
        reduced.image = image.reduced(by: factor)
        reduced.position = position.mapped { PixelPoint(x: $0.x / Double(factor), y: $0.y / Double(factor)) }
        return reduced
    }

    /// The picture through a projection of its own points onto those of a picture of another size.
    func moved(by move: Projection, width: Int, height: Int) -> SymbolPicture {
        var moved = self
        moved.image = image.warped(width: width, height: height, from: move.inverse, paper: paper)
        moved.position = position.mapped(move.callAsFunction)
        return moved
    }
}
