import Logging
import Members
import ServiceLifecycle

/// Work on the clock. Each round can be run twice without harm.
struct Rounds: Service {
    let rooms: Rooms
    let logger: Logger

    func run() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await round()
                try? await Task.sleep(for: .seconds(3_600))
            }
        }
    }

    private func round() async {
        do {
            try await rooms.directory.forgetWhatEnded()
            for person in try await rooms.directory.halfErased() { try await rooms.erase(person) }
        } catch {
            logger.error("a round failed and is tried again in an hour: \(error)")
        }
    }
}
