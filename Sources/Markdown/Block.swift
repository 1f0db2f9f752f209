/// A part of a passage that stands on lines of its own.
package indirect enum Block: Sendable, Equatable {
    case paragraph([Inline])
    /// From 1, the largest, to 6.
    case heading(level: Int, [Inline])
    /// - Parameter start: the first number; nil where the items have dots.
    case list(start: Int?, items: [[Block]])
    case quote([Block])
    case code(String)
    case rule
}

/// A part of a line.
package indirect enum Inline: Sendable, Equatable {
    case text(String)
    case code(String)
    case emphasis([Inline])
    case strong([Inline])
    case link([Inline], to: WebAddress)
    case lineBreak
}
