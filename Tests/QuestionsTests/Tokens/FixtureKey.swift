import TestSupport

@testable import Questions

extension FixtureKey {
    static func of(_ epoch: Epoch) throws -> TokenKey { try TokenKey(epoch: epoch, stored: stored) }
}
