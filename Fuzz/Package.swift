// swift-tools-version: 6.3
import PackageDescription

// Apart from the main package, because a fuzzer brings its own `main` and needs its own flags:
// build it with Scripts/fuzz. A target is called FuzzLines, since the main package has its own Lines.
let decoders = [
    "Receiver", "Duplex", "Listing", "Simplified", "BCI", "POCT1A", "Lines", "Table", "MLLP",
    "MLLPDuplex", "Records", "Orders", "Segments", "Wide", "Draft", "Notation", "Numbers",
]

let package = Package(
    name: "fuzz",
    products: decoders.map { .executable(name: "fuzz-\($0.lowercased())", targets: ["Fuzz\($0)"]) },
    dependencies: [.package(name: "stepupd", path: "..")],
    targets: [
        .target(
            name: "Properties", dependencies: [.product(name: "Protocols", package: "stepupd")])
    ]
        + decoders.map {
            .executableTarget(
                name: "Fuzz\($0)", dependencies: ["Properties"], path: "Sources/\($0)",
                swiftSettings: [.unsafeFlags(["-parse-as-library"])])
        }
)
