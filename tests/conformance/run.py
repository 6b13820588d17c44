"""Do the receivers' own tools take what the house gives? Runs tests/conformance/check_*.py.

A check is a function `check_…(stage)` that raises where something is wrong; its first line of documentation is its name.
`stage` builds `rdk` once and makes what the checks read. Words after the command keep the checks whose names hold one.
Ends with "# N passed, M failed".
"""

import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile
import traceback
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


class Stage:
    """What checks share: the command line, packages of the sample village, a folder to write in."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self._rdk = None
        self._packages = {}

    def rdk(self, *words, expect=0):
        """Runs rdk and returns what it printed; fails on another exit code than expected."""
        if self._rdk is None:
            # The profile of the native tests: their artefacts are there already.
            built = subprocess.run(
                ["cargo", "build", "--quiet", "--locked", "--bin", "rdk", "--message-format=json-render-diagnostics"],
                cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True,
            )
            found = [json.loads(line).get("executable") for line in built.stdout.splitlines() if line.startswith("{")]
            self._rdk = next(path for path in found if path)
        done = subprocess.run([self._rdk, *map(str, words)], cwd=self.folder, capture_output=True, text=True)
        if done.returncode != expect:
            raise AssertionError(f"rdk {' '.join(map(str, words))}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def rdk_json(self, *words, expect=0):
        """The same with --json, parsed."""
        return json.loads(self.rdk(*words, "--json", expect=expect))

    def package(self, families=300, seed=7):
        """A package of the sample village, made once: the path of the ZIP."""
        key = (families, seed)
        if key not in self._packages:
            path = self.folder / f"sample-{families}-{seed}.zip"
            self.rdk("sample", "--families", families, "--seed", seed, "-o", path)
            self._packages[key] = path
        return self._packages[key]

    def unpacked(self, package):
        """The package's files in a folder beside it."""
        folder = package.with_suffix("")
        if not folder.exists():
            with zipfile.ZipFile(package) as archive:
                archive.extractall(folder)
        return folder


def checks(words):
    """All checks, as (file, name, function), in order."""
    for path in sorted(HERE.glob("check_*.py")):
        spec = importlib.util.spec_from_file_location(path.stem, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        for name, function in vars(module).items():
            if name.startswith("check_") and callable(function):
                said = (function.__doc__ or name).strip().splitlines()[0].rstrip(".")
                if not words or any(word in name or word in path.stem for word in words):
                    yield path.stem.removeprefix("check_"), said, function


def main():
    passed = failed = 0
    sys.path.insert(0, str(HERE))
    with tempfile.TemporaryDirectory(prefix="rumah-dataku-") as folder:
        stage = Stage(folder)
        for file, name, function in checks(sys.argv[1:]):
            try:
                function(stage)
                passed += 1
                print(f"ok   {file}: {name}", flush=True)
            except Exception:
                failed += 1
                print(f"FAIL {file}: {name}\n{traceback.format_exc()}", flush=True)
    print(f"# {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
