import Crypto
import CryptoExtras
package import Foundation
package import Storage

/// The key that signs an epoch's tokens.
struct TokenKey: Sendable {
    let published: PublicTokenKey
    private let key: _RSA.BlindSigning.PrivateKey<SHA384>

    /// Makes a new key: a second of work, so never on a thread that answers requests.
    init(generatedFor epoch: Epoch) throws {
        try self.init(
            epoch: epoch,
            key: _RSA.BlindSigning.PrivateKey(
                keySize: .bits3072, parameters: .RSABSSA_SHA384_PSS_Deterministic))
    }

    init(epoch: Epoch, stored: Data) throws {
        try self.init(
            epoch: epoch,
            key: _RSA.BlindSigning.PrivateKey(
                derRepresentation: stored, parameters: .RSABSSA_SHA384_PSS_Deterministic))
    }

    private init(epoch: Epoch, key: _RSA.BlindSigning.PrivateKey<SHA384>) throws {
        self.key = key
        published = try PublicTokenKey(epoch: epoch, key: key.publicKey)
    }

    var epoch: Epoch { published.epoch }
    var stored: Data { key.derRepresentation }

    /// Signs without seeing what: 2.5 ms.
    func sign(_ blinded: Data) throws -> Data { try key.blindSignature(for: blinded).rawRepresentation }

    func holds(_ token: Token) -> Bool {
        // The message carries its random prefix, as the client signed it, so nothing is added to check it.
        let prepared = key.publicKey.prepare(token.message)
        let signature = _RSA.Signing.RSASignature(rawRepresentation: token.signature)
        return token.epoch == epoch && key.publicKey.isValidSignature(signature, for: prepared)
    }

    /// Plays the client too, for a member without scripts. Nothing of it is kept.
    func draw(from world: World) throws -> Token {
        let drawing = try published.begin(from: world)
        return try drawing.token(signed: try sign(drawing.blinded))
    }
}

/// What everybody gets to see of a key: the same for every member and for who is nobody.
package struct PublicTokenKey: Sendable {
    package let epoch: Epoch
    /// Modulus and exponent, big-endian.
    package let modulus: Data
    package let exponent: Data
    /// SHA-256 of the key in DER (SubjectPublicKeyInfo), in groups of four: to compare with other members.
    package let fingerprint: String
    private let key: _RSA.BlindSigning.PublicKey<SHA384>

    /// From what `/ask/key` says.
    package init(epoch: Epoch, modulus: Data, exponent: Data) throws {
        try self.init(
            epoch: epoch,
            key: _RSA.BlindSigning.PublicKey(
                n: modulus, e: exponent, parameters: .RSABSSA_SHA384_PSS_Deterministic))
    }

    init(epoch: Epoch, key: _RSA.BlindSigning.PublicKey<SHA384>) throws {
        self.epoch = epoch
        self.key = key
        let numbers = try key.getKeyPrimitives()
        modulus = numbers.modulus
        exponent = numbers.publicExponent
        let digits = SHA256.hash(data: key.derRepresentation).prefix(16).map { String(format: "%02x", $0) }.joined()
        fingerprint = stride(from: 0, to: 32, by: 4).map { String(digits.dropFirst($0).prefix(4)) }.joined(
            separator: " ")
    }

    /// Begins to draw a token; the signature comes from whoever holds the private key.
    package func begin(from world: World) throws -> Drawing { try Drawing(epoch: epoch, key: key, world: world) }

    /// A token that is not signed yet. The blinding cannot be stored, so it is finished in the process that began it.
    package struct Drawing {
        private let epoch: Epoch
        private let key: _RSA.BlindSigning.PublicKey<SHA384>
        private let message: Data
        private let inverse: _RSA.BlindSigning.BlindingInverse
        /// What the signer gets to see.
        package let blinded: Data

        fileprivate init(epoch: Epoch, key: _RSA.BlindSigning.PublicKey<SHA384>, world: World) throws {
            self.epoch = epoch
            self.key = key
            message = Token.message(for: epoch, from: world)
            let blinding = try key.blind(key.prepare(message))
            inverse = blinding.inverse
            blinded = blinding.blindedMessage
        }

        package func token(signed: Data) throws -> Token {
            let signature = try key.finalize(
                _RSA.BlindSigning.BlindSignature(rawRepresentation: signed), for: key.prepare(message),
                blindingInverse: inverse)
            return Token(epoch: epoch, message: message, signature: signature.rawRepresentation)
        }
    }
}
