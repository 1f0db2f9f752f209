import HTTPTypes
import Hummingbird
import LearningSpace
import Logging
import Members
import NIOCore
import Opportunities
import Questions
import Storage

extension Site {
    /// For whatever watches the service: `/health` says that it runs, `/ready` that every room answers.
    func addHealth(to router: Router<FrontContext>) {
        router.get("/health") { _, _ in "ok\n" }
        router.get("/ready") { _, context in
            do {
                _ = try await (directory.settings(), desk.topics(), catalogue.count(), journal.shares(of: world.id()))
                return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: "ready\n")))
            } catch {
                context.logger.error("not ready: \(error)")
                return Response(
                    status: .serviceUnavailable, body: ResponseBody(byteBuffer: ByteBuffer(string: "not ready\n")))
            }
        }
    }
}
