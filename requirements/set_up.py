"""Bring this checkout to what the lock files ask for: Debian's libraries, Python, the front end. Used by ./dev.

Each step is skipped when its stamp says that nothing has changed since it was last done. Only the standard library is
imported, for nothing else is there yet. Whatever cannot be had ends the program with one sentence saying what to do.
"""

import contextlib
import ctypes
import fcntl
import glob
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "requirements"
OWN = ROOT / ".dev"
BUILD = OWN / "build"
TOOLS = OWN / "tools" / "bin"
VENV = ROOT / ".venv" / "bin"
NPM_LOCK = ROOT / "package-lock.json"
NODE_MODULES = ROOT / "node_modules"
NODE_AT_LEAST = (20, 19)
# latin-ext holds the Welsh letters; a browser asks for it only where a page has such letters.
CUTS = ("400-normal", "600-normal", "700-normal", "400-italic", "600-italic")
FONTS = [f"source-sans-3-{part}-{cut}.woff2" for part in ("latin", "latin-ext") for cut in CUTS]
FRONT_END = {
    "govuk-frontend.min.js": "govuk-frontend/dist/govuk/govuk-frontend.min.js",
    **{font: f"@fontsource/source-sans-3/files/{font}" for font in FONTS},
}
Command = Sequence[str | Path]
PIP: Command = [TOOLS / "python", "-m", "pip", "--disable-pip-version-check"]


def set_up(*, testing: bool, databases_and_browser: bool = False) -> None:
    """Bring everything to what the locks ask for. Each step is skipped when its stamp says nothing has changed."""
    with only_one_at_a_time():
        system_packages(databases_and_browser)
        tools()
        node()
        python_packages(testing)
        front_end_packages(testing)
        assets()


def system_packages(databases_and_browser: bool) -> None:
    """Install what no lock file can bring, if we may; else say what to install."""
    missing = missing_packages(databases_and_browser)
    if not missing:
        return
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    may_install = not as_root or (shutil.which("sudo") and quietly([*as_root, "true"]).returncode == 0)
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if not (may_install and shutil.which("apt-get")):
        stop(f"some system packages are missing. Install them, then try again: sudo {' '.join(install)}")
    say("Asking Debian what it has")
    quietly([*as_root, "apt-get", "update"])
    step(f"Installing {', '.join(missing)}", [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", *install])


def missing_packages(databases_and_browser: bool) -> list[str]:
    """Name the Debian packages whose content is not there, whoever may have put it there."""
    here = {
        f"python3.{sys.version_info.minor}-venv": importlib.util.find_spec("ensurepip") is not None,
        "libpangoft2-1.0-0": loads("libpangoft2-1.0.so.0"),
        "libharfbuzz-subset0": loads("libharfbuzz-subset.so.0") or not shutil.which("apt-get"),
    }
    if databases_and_browser:
        here |= {
            "chromium": bool(shutil.which("chromium")),
            "libreoffice-writer-nogui": has_office("libswlo.so") or not shutil.which("apt-get"),
            "libreoffice-calc-nogui": has_office("libsclo.so") or not shutil.which("apt-get"),
            "libatomic1": loads("libatomic.so.1"),
            "postgresql": bool(os.environ.get("TEST_POSTGRES_URL")) or has_postgresql(),
        }
    return [package for package, there in here.items() if not there]


def has_postgresql() -> bool:
    return bool(shutil.which("initdb") or glob.glob("/usr/lib/postgresql/*/bin/initdb"))


def has_office(part: str) -> bool:
    """Is LibreOffice there with this library of its own? Each of its programs comes in a package of its own."""
    office = shutil.which("soffice")
    return office is not None and (Path(office).resolve().parent / part).exists()


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def tools() -> None:
    """Make the environment of our own tools. It stands apart, for a sync removes what its lock does not name."""
    with stamped(TOOLS.parent / "stamp", digest(LOCKS / "uv.txt", ROOT)) as needed:
        if needed:
            step("Making the tools environment", [sys.executable, "-m", "venv", "--clear", TOOLS.parent])
            step("Installing uv", [*PIP, "install", "--require-hashes", "-r", LOCKS / "uv.txt"])


def python_packages(testing: bool) -> None:
    stamp = VENV.parent / "stamp"
    held = stamp.read_text() if stamp.exists() else ""
    name = "dev.txt" if testing or held.startswith("dev.txt") else "base.txt"
    with stamped(stamp, f"{name} {digest(LOCKS / name, ROOT)}") as needed:
        if not needed:
            return
        uv = TOOLS / "uv"
        if not (VENV / "python").exists() or quietly([VENV / "python", "--version"]).returncode:
            step("Making .venv", [uv, "venv", "--clear", "--python", TOOLS / "python", VENV.parent])
        say("Installing the Python packages")
        if quietly([uv, "pip", "sync", "--require-hashes", "--python", VENV / "python", LOCKS / name]).returncode:
            # uv takes no notice of pip.conf, where an organisation may name its own mirror.
            again = [*PIP, "--python", VENV / "python", "install", "--require-hashes", "-r", LOCKS / name]
            step("Installing the Python packages with pip", again)


def front_end_packages(testing: bool) -> None:
    stamp = NODE_MODULES / "stamp"
    held = stamp.read_text() if stamp.exists() else ""
    want = "all" if testing or held.startswith("all") else "run"
    with stamped(stamp, f"{want} {digest(NPM_LOCK)}") as needed:
        if needed:
            leave_out = ["--omit=optional"] + (["--omit=dev"] if want == "run" else [])
            step("Installing the front-end packages", ["npm", "ci", *leave_out])


def assets() -> None:
    """Put what pages load into .dev/build: our compiled style sheet, and of npm's packages only the files we use."""
    source = ROOT / "static" / "scss"
    inputs = digest(NPM_LOCK, Path(__file__), *sorted(source.rglob("*.scss")))
    with stamped(OWN / "build.stamp", inputs) as needed:
        if needed or not (BUILD / "site.css").exists():
            BUILD.mkdir(parents=True, exist_ok=True)
            css = OWN / "site.css"
            options = ["--style=compressed", "--no-source-map", "--quiet-deps", f"--load-path={NODE_MODULES}"]
            sass: Command = ["node", NODE_MODULES / "sass/sass.js", *options, source / "site.scss", css]
            step("Compiling the style sheet", sass)
            css.replace(BUILD / "site.css")
            for name, origin in FRONT_END.items():
                shutil.copyfile(NODE_MODULES / origin, BUILD / name)


def node() -> None:
    """Make `node` and `npm` callable: the machine's own if new enough, else the ones PyPI carries."""
    if shutil.which("node") and shutil.which("npm"):
        version = quietly(["node", "--version"]).stdout
        if tuple(int(part) for part in re.findall(r"\d+", version)[:2]) >= NODE_AT_LEAST:
            return
    if not (TOOLS / "npm").exists():
        step("Installing Node", [*PIP, "install", "--require-hashes", "-r", LOCKS / "node.txt"])
    os.environ["PATH"] = f"{TOOLS}{os.pathsep}{os.environ['PATH']}"


def lock(upgrade: bool) -> None:
    """Write requirements/*.txt and package-lock.json anew, and make sure that they name no host."""
    tools()
    node()
    more = ["--upgrade"] if upgrade else []
    for name in ("base", "dev", "uv", "node"):
        wanted = [f"{name}.in", "--output-file", f"{name}.txt", "--python-version", "3.11", "--universal", *more]
        plain = ["--generate-hashes", "--no-header", "--no-annotate"]
        step(f"Locking {name}", [TOOLS / "uv", "pip", "compile", *wanted, *plain], cwd=LOCKS)
    step("Locking the front end", ["npm", "update" if upgrade else "install", "--package-lock-only"])
    hosts = [path.name for path in LOCKS.glob("*.txt") if "://" in path.read_text()]
    if '"resolved"' in (ROOT / "package-lock.json").read_text():
        hosts.append("package-lock.json")
    if hosts:
        stop(f"{', '.join(hosts)} names the host it was made from. Make it again without that.")


def digest(*paths: Path) -> str:
    """Hash names and contents; a folder counts by its place alone, for environments break when they are moved."""
    total = hashlib.sha256(sys.version.encode())
    for path in paths:
        total.update(str(path if path.is_dir() else path.relative_to(ROOT)).encode())
        total.update(path.read_bytes() if path.is_file() else b"")
    return total.hexdigest()


@contextlib.contextmanager
def stamped(stamp: Path, value: str) -> Iterator[bool]:
    """Tell whether a step is needed, and note that it was done once it has ended without an error."""
    needed = not stamp.exists() or stamp.read_text() != value
    if needed:
        stamp.unlink(missing_ok=True)
    yield needed
    if needed:
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text(value)


@contextlib.contextmanager
def only_one_at_a_time() -> Iterator[None]:
    OWN.mkdir(exist_ok=True)
    with (OWN / "lock").open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Waiting for another ./dev to finish setting up")
            fcntl.flock(held, fcntl.LOCK_EX)
        yield


def quietly(command: Command, cwd: Path = ROOT, more: Mapping[str, str] = MappingProxyType({})) -> subprocess.CompletedProcess[str]:
    """Run something and keep what it says; `more` is added to its environment."""
    environment = {**os.environ, "UV_PYTHON_DOWNLOADS": "never", "UV_COMPILE_BYTECODE": "1", **more}
    return subprocess.run(command, cwd=cwd, env=environment, text=True, capture_output=True, check=False)


def step(words: str, command: Command, cwd: Path = ROOT) -> None:
    """Say what is being done and do it; if it fails, show what it said and stop."""
    say(words)
    done = quietly(command, cwd)
    if done.returncode:
        print((done.stdout + done.stderr)[-6000:], file=sys.stderr)
        stop(f"this failed: {words[0].lower()}{words[1:]}. The reason stands above.")


def call(command: Command, **more: str) -> int:
    """Run something that talks to the user itself; return its exit code."""
    sys.stdout.flush()
    return subprocess.run(command, env=os.environ | more, check=False).returncode


def say(words: str) -> None:
    print(words, flush=True)


def stop(sentence: str) -> NoReturn:
    sys.exit(f"./dev: {sentence}")
