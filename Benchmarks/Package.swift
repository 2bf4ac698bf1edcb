// swift-tools-version: 6.3
import PackageDescription

// Apart from the main package, so that nobody who builds stepupd builds measuring tools.
// `decode` and `replay` print rows for `make bench`; `swift package benchmark` counts instructions
// and allocations of the same work.
let package = Package(
    name: "benchmarks",
    products: [
        .executable(name: "decode", targets: ["Decode"]),
        .executable(name: "replay", targets: ["Replay"]),
    ],
    dependencies: [
        .package(name: "stepupd", path: ".."),
        // Without its default traits, which would want jemalloc installed.
        .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    ],
    targets: [
        .target(name: "CYardstick"),
        .target(
            name: "Samples", dependencies: [.product(name: "Protocols", package: "stepupd")],
            swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")]),
        .executableTarget(
            name: "Decode",
            dependencies: [
                "CYardstick", "Samples", .product(name: "Protocols", package: "stepupd"),
                .product(name: "Settings", package: "stepupd"),
            ]),
        .executableTarget(
            name: "Replay",
            dependencies: [
                "Samples", .product(name: "Protocols", package: "stepupd"),
                .product(name: "Settings", package: "stepupd"),
                .product(name: "StepUp", package: "stepupd"),
            ]),
        .executableTarget(
            name: "Decoding",
            dependencies: [
                "Samples", .product(name: "Benchmark", package: "benchmark"),
                .product(name: "Protocols", package: "stepupd"),
            ],
            path: "Benchmarks/Decoding",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    ]
)
