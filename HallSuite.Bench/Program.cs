Console.WriteLine("HallSuite.Bench");
