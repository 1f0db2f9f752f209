import Crypto
import Foundation
package import Storage

/// The right to ask once, signed without being seen (RSABSSA-SHA384-PSS-Randomized, RFC 9474).
///
/// Whoever signed it cannot tell which of the tokens they signed this is. Written as base64url of the message
/// (32 random bytes, `ask|<epoch>|`, 32 random bytes) and its signature (384 bytes, for 3072 bits).
package struct Token: Sendable, Equatable {
    package let epoch: Epoch
    let message: Data
    let signature: Data

    /// - Throws: a sentence where this is no token at all. Whether its signature holds, the desk knows.
    package init(_ text: String) throws(Invalid) {
        guard let bytes = Base64URL.decode(text), bytes.count > Self.signatureSize,
            let epoch = Self.epoch(of: bytes.dropLast(Self.signatureSize))
        else { throw Invalid("token", "This form has lost its token, or a part of it. Open the ask page anew.") }
        self.init(
            epoch: epoch, message: Data(bytes.dropLast(Self.signatureSize)),
            signature: Data(bytes.suffix(Self.signatureSize)))
    }

    init(epoch: Epoch, message: Data, signature: Data) {
        self.epoch = epoch
        self.message = message
        self.signature = signature
    }

    package var text: String { Base64URL.encode(message + signature) }

    /// What is kept of a token that was spent.
    var hash: Data { Data(SHA256.hash(data: message)) }

    /// The receipt of a form sent without scripts: from the token, so that a form sent twice shows the same one.
    package var receipt: Receipt {
        Receipt(secret: Array(SHA256.hash(data: Data("receipt|".utf8) + message).prefix(16)))
    }

    static let signatureSize = 384
    private static let randomSize = 32

    static func message(for epoch: Epoch, from world: World) -> Data {
        Data(world.randomBytes(randomSize)) + prefix(epoch) + Data(world.randomBytes(randomSize))
    }

    private static func prefix(_ epoch: Epoch) -> Data { Data("ask|\(epoch.number)|".utf8) }

    private static func epoch(of message: Data) -> Epoch? {
        let middle = message.dropFirst(randomSize).dropLast(randomSize)
        let parts = String(decoding: middle, as: UTF8.self).split(separator: "|", omittingEmptySubsequences: false)
        guard parts.count == 3, let number = Int(parts[1]) else { return nil }
        let epoch = Epoch(number: number)
        return Data(middle) == prefix(epoch) ? epoch : nil
    }
}
