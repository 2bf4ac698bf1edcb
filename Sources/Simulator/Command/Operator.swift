import Foundation
import FoundationNetworking
import StepUp

/// The simulated operator at a running daemon: posts each mark, in order, to its API.
struct Operator: Sendable {
    /// Where the daemon answers: `http://127.0.0.1:8080`.
    let daemon: URL

    /// How long the daemon may take for one mark: a commit takes milliseconds.
    private static let patience: TimeInterval = 10

    /// Posts what `marks` brings until it ends; a mark that is refused is told of.
    func post(_ marks: AsyncStream<Mark>) async {
        for await mark in marks {
            do { try await post(mark) } catch {
                say("mark \(mark.key) was not taken: \(error)")
            }
        }
    }

    private func post(_ mark: Mark) async throws {
        let address = daemon.appending(path: "api/procedures/\(mark.procedure)/marks")
        var request = URLRequest(url: address, timeoutInterval: Self.patience)
        request.httpMethod = "POST"
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue(mark.key, forHTTPHeaderField: "Idempotency-Key")
        request.httpBody = try JSONEncoder().encode(mark)
        let (body, response) = try await URLSession.shared.data(for: request)
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        guard (200..<300).contains(status) else {
            throw Refusal(description: "\(status) \(String(decoding: body, as: UTF8.self))")
        }
    }

    /// What the daemon answered to a mark that it did not take.
    private struct Refusal: Error, CustomStringConvertible {
        let description: String
    }
}
