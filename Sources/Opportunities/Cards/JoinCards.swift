import GRDB
import Storage

extension Catalogue {
    /// Looks through what is new or has changed for what is the same opportunity, in transactions so short that nobody
    /// else who writes waits for long.
    ///
    /// What it ends in follows from the adverts alone: stopped at any moment, it goes on where it was. Reading and
    /// comparing go on beside the writing and on both cores; what they found counts only while no advert has changed
    /// since, else a little is done within the transaction.
    /// - Returns: whether there was anything to do.
    @discardableResult
    package func joinCards() async throws -> Bool {
        let hasKeyed = try await makeKeys()
        return try await joinDue() || hasKeyed
    }

    /// Keys first, of everything: how many share one has to be known before any are compared.
    private func makeKeys() async throws -> Bool {
        var made = try await keys(after: 0)
        let isSome = !made.numbers.isEmpty
        while let last = made.numbers.last {
            try Task.checkCancellation()
            let now = made
            async let following = keys(after: last)
            let isTimely = try await file.write { db in
                try Settling.goOn(in: db, at: world.now())
                let isTimely = try now.change == OrderOfChanges.last(in: db)
                let few = now.numbers.prefix(CardKeying.mostWithin)
                try (isTimely ? now : CardKeying(of: few, in: db)).keep(in: db)
                return isTimely
            }
            let next = try await following
            made = isTimely && !next.numbers.isEmpty ? next : try await keys(after: 0)
        }
        return isSome
    }

    private func keys(after number: Int) async throws -> CardKeying {
        let numbers = try await file.read { db in
            try CardTables.numbers(in: "card_unkeyed", after: number, most: CardKeying.most, db)
        }
        let middle = numbers.count / 2
        async let first = file.read { db in try CardKeying(of: numbers[..<middle], in: db) }
        async let second = file.read { db in try CardKeying(of: numbers[middle...], in: db) }
        return try await CardKeying(first, second)
    }

    private func joinDue() async throws -> Bool {
        var found = try await alike(after: 0)
        let isSome = !found.numbers.isEmpty
        while let last = found.numbers.last {
            try Task.checkCancellation()
            let now = found
            async let following = alike(after: last)
            let isTimely = try await file.write { db in
                try Settling.goOn(in: db, at: world.now())
                let isTimely = try now.change == OrderOfChanges.last(in: db)
                let joining = CardJoining(db, places)
                if isTimely {
                    try joining.join(now.numbers, alone: now.alone)
                } else {
                    try joining.join(Array(now.numbers.prefix(CardsAlone.mostWithin)))
                }
                return isTimely
            }
            let next = try await following
            found = isTimely && !next.numbers.isEmpty ? next : try await alike(after: 0)
        }
        return isSome
    }

    private func alike(after number: Int) async throws -> CardsAlone {
        let numbers = try await file.read { db in
            try CardTables.numbers(in: "card_due", after: number, most: CardsAlone.most, db)
        }
        let middle = numbers.count / 2
        async let first = file.read { db in try CardsAlone(of: numbers[..<middle], ReadAdverts(db, places)) }
        async let second = file.read { db in try CardsAlone(of: numbers[middle...], ReadAdverts(db, places)) }
        return try await CardsAlone(first, second)
    }
}
