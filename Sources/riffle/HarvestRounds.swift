import Foundation
import Logging
import Opportunities
import Outbound
import ServiceLifecycle

/// Keeps the sources fresh on the clock, beside the other rounds: a slow provider holds up no batch.
struct HarvestRounds: Service {
    let rooms: Rooms
    let way: WayOut
    let tick: Int
    let logger: Logger

    func run() async {
        await cancelWhenGracefulShutdown {
            var rounds = 0
            while !Task.isCancelled {
                // First, so that a demo loads its own sources undisturbed.
                try? await Task.sleep(for: .seconds(tick))
                guard !Task.isCancelled else { return }
                await harvest()
                // To look for links that are due reads every advert.
                if rounds % 20 == 0 { await lookAfterOld() }
                rounds += 1
            }
        }
    }

    /// Harvests what is due, one source after the other.
    func harvest() async {
        let due = (try? await rooms.catalogue.due()) ?? []
        for source in due {
            guard !Task.isCancelled else { return }
            do {
                let harvest = try await rooms.catalogue.harvest(source, from: rooms.settings.seeds, over: way)
                if harvest.new + harvest.changed + harvest.withdrawn > 0 { logger.info("harvested \(harvest.line)") }
            } catch let failure as HarvestFailure {
                logger.warning("\(source): \(failure.description)")
            } catch is CancellationError {
                // The program ends; the next start goes on.
            } catch {
                logger.error("could not harvest \(source); the next round tries again: \(error)")
            }
        }
    }

    func lookAfterOld() async {
        do {
            try await rooms.catalogue.checkLinks(over: way)
            try await rooms.catalogue.letGoOfTheLongMissing()
        } catch is CancellationError {
            // The program ends.
        } catch {
            logger.error("could not check links; the next round tries again: \(error)")
        }
    }
}
