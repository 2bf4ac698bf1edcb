print("stepupd")
