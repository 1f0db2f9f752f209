import Foundation
import Logging
import Members
import ServiceLifecycle
import Storage
import Website

/// Sends mail on the clock, beside the other rounds: a slow mail server holds up no batch.
struct MailRounds: Service {
    let rooms: Rooms
    let site: Site
    /// In UTC, from which on the day's notices are queued.
    let hour: Int
    let tick: Int
    let logger: Logger

    func run() async {
        await cancelWhenGracefulShutdown {
            await attempt("look for mail that was being sent") { try await rooms.directory.resumeMail() }
            while !Task.isCancelled {
                if hasHourCome { await attempt("queue the mail of the day") { try await site.queueMailings() } }
                await attempt("send mail") { try await site.deliverMail() }
                try? await Task.sleep(for: .seconds(tick))
            }
        }
    }

    /// Each mailing knows whether it has been queued, so every tick after the hour may ask.
    private var hasHourCome: Bool {
        rooms.world.now().timeIntervalSince(rooms.world.today.start) >= Double(hour) * 3_600
    }

    private func attempt(_ what: String, _ work: () async throws -> Void) async {
        do {
            try await work()
        } catch is CancellationError {
            // The program ends; what was being sent goes again at the next start.
        } catch {
            logger.error("could not \(what); the next round tries again: \(error)")
        }
    }
}
