"""How fast it is, as ratios to something bare that was measured in the same minute.

    python -m tests.benchmarks            all of it, about two minutes
    python -m tests.benchmarks save keys  only these

Absolute times say more of the computer than of the program. Nothing here is a test, and no test
asserts a time.
"""
