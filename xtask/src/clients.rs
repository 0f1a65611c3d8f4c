//! Public clients of Netvisor against the simulator: what works with Netvisor has to work with its double.

use crate::command::{Step, Workspace, heading, read, write};

const FOLDER: &str = "tests/simulator/clients/python";
const ENVIRONMENT: &str = ".tools/clients";

/// Installs the clients into an environment of their own, as they want older libraries than anything else here.
pub(crate) fn setup(workspace: &Workspace) -> Result<(), String> {
    const RECENT: &str = "import sys; sys.exit(sys.version_info < (3, 11))";
    let requirements = workspace.path(FOLDER).join("requirements.txt");
    let wanted = read(&requirements)?;
    // Written once everything is there.
    let installed = workspace.path(ENVIRONMENT).join("requirements.txt");
    let works = python(workspace).args(["-c", "import netvisor, netvisor_api_client"]).succeeds();
    if works && read(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    if !workspace.step("python3").args(["-c", RECENT]).succeeds() {
        return Err("Python 3.11 or newer is needed for the public clients".to_owned());
    }
    heading(&format!("installing {ENVIRONMENT}"));
    workspace.step("python3").args(["-m", "venv", "--clear", ENVIRONMENT]).run()?;
    python(workspace)
        .args(["-m", "pip", "install", "--quiet", "--requirement"])
        .arg(&requirements)
        .env("PIP_DISABLE_PIP_VERSION_CHECK", "1")
        .run()?;
    write(installed, wanted)
}

/// Has them talk to a running simulator.
pub(crate) fn test(workspace: &Workspace) -> Result<(), String> {
    heading("clients: public clients against the simulator");
    workspace.cargo().args(["build", "--quiet", "--package=netvisor-simulator"]).run()?;
    python(workspace)
        .args(["-m", "pytest", "--quiet", "-W", "ignore::DeprecationWarning:marshmallow", FOLDER])
        .env("NETVISOR_SIMULATOR", workspace.target().join("debug/netvisor-simulator"))
        .run()
}

fn python(workspace: &Workspace) -> Step {
    workspace.step(workspace.path(ENVIRONMENT).join("bin/python"))
}
