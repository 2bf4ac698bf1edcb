print("assaysim")
