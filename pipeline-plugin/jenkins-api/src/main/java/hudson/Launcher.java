package hudson;

import dev.gatehouse.jenkins.api.Signature;

public abstract class Launcher {
    protected Launcher(hudson.Launcher a) {
        throw Signature.only();
    }

    protected final hudson.model.TaskListener listener = null;

    public hudson.remoting.VirtualChannel getChannel() {
        throw Signature.only();
    }

    public final hudson.Launcher.ProcStarter launch() {
        throw Signature.only();
    }

    public final hudson.Proc launch(
            String a, java.util.Map<String, String> b, java.io.OutputStream c, hudson.FilePath d)
            throws java.io.IOException {
        throw Signature.only();
    }

    public final hudson.Proc launch(
            String[] a, java.util.Map<String, String> b, java.io.OutputStream c, hudson.FilePath d)
            throws java.io.IOException {
        throw Signature.only();
    }

    public final hudson.Proc launch(
            String[] a, java.util.Map<String, String> b, java.io.InputStream c, java.io.OutputStream d)
            throws java.io.IOException {
        throw Signature.only();
    }

    public final hudson.Proc launch(
            String[] a, boolean[] b, java.util.Map<String, String> c, java.io.OutputStream d, hudson.FilePath e)
            throws java.io.IOException {
        throw Signature.only();
    }

    public final hudson.Proc launch(
            String[] a, boolean[] b, java.util.Map<String, String> c, java.io.InputStream d, java.io.OutputStream e)
            throws java.io.IOException {
        throw Signature.only();
    }

    public final hudson.Proc launch(String a, String[] b, java.io.OutputStream c, hudson.FilePath d)
            throws java.io.IOException {
        throw Signature.only();
    }

    public final hudson.Proc launch(String[] a, String[] b, java.io.OutputStream c, hudson.FilePath d)
            throws java.io.IOException {
        throw Signature.only();
    }

    public final hudson.Proc launch(String[] a, String[] b, java.io.InputStream c, java.io.OutputStream d)
            throws java.io.IOException {
        throw Signature.only();
    }

    public final hudson.Proc launch(String[] a, boolean[] b, String[] c, java.io.OutputStream d, hudson.FilePath e)
            throws java.io.IOException {
        throw Signature.only();
    }

    public final hudson.Proc launch(String[] a, boolean[] b, String[] c, java.io.InputStream d, java.io.OutputStream e)
            throws java.io.IOException {
        throw Signature.only();
    }

    public hudson.Proc launch(String[] a, String[] b, java.io.InputStream c, java.io.OutputStream d, hudson.FilePath e)
            throws java.io.IOException {
        throw Signature.only();
    }

    public hudson.Proc launch(
            String[] a, boolean[] b, String[] c, java.io.InputStream d, java.io.OutputStream e, hudson.FilePath f)
            throws java.io.IOException {
        throw Signature.only();
    }

    public abstract hudson.Proc launch(hudson.Launcher.ProcStarter a) throws java.io.IOException;

    public boolean isUnix() {
        throw Signature.only();
    }

    public abstract void kill(java.util.Map<String, String> a) throws java.io.IOException, InterruptedException;

    public static class LocalLauncher extends hudson.Launcher {
        public hudson.Proc launch(hudson.Launcher.ProcStarter a) throws java.io.IOException {
            throw Signature.only();
        }

        public void kill(java.util.Map<String, String> a) throws InterruptedException {
            throw Signature.only();
        }

        LocalLauncher() {
            super((hudson.Launcher) null);
        }
    }

    public static final class ProcStarter {
        protected hudson.FilePath pwd;

        protected String[] envs;

        public hudson.Launcher.ProcStarter cmds(String... a) {
            throw Signature.only();
        }

        public hudson.Launcher.ProcStarter cmds(java.util.List<String> a) {
            throw Signature.only();
        }

        public java.util.List<String> cmds() {
            throw Signature.only();
        }

        public hudson.Launcher.ProcStarter quiet(boolean a) {
            throw Signature.only();
        }

        public boolean quiet() {
            throw Signature.only();
        }

        public hudson.Launcher.ProcStarter pwd(hudson.FilePath a) {
            throw Signature.only();
        }

        public hudson.FilePath pwd() {
            throw Signature.only();
        }

        public hudson.Launcher.ProcStarter stdout(java.io.OutputStream a) {
            throw Signature.only();
        }

        public hudson.Launcher.ProcStarter stdout(hudson.model.TaskListener a) {
            throw Signature.only();
        }

        public java.io.OutputStream stdout() {
            throw Signature.only();
        }

        public hudson.Launcher.ProcStarter envs(java.util.Map<String, String> a) {
            throw Signature.only();
        }

        public hudson.Launcher.ProcStarter envs(String... a) {
            throw Signature.only();
        }

        public hudson.Proc start() throws java.io.IOException {
            throw Signature.only();
        }

        public int join() throws java.io.IOException, InterruptedException {
            throw Signature.only();
        }

        public hudson.Launcher.ProcStarter copy() {
            throw Signature.only();
        }

        ProcStarter() {}
    }

    public static class RemoteLauncher extends hudson.Launcher {
        public hudson.remoting.VirtualChannel getChannel() {
            throw Signature.only();
        }

        public hudson.Proc launch(hudson.Launcher.ProcStarter a) throws java.io.IOException {
            throw Signature.only();
        }

        public boolean isUnix() {
            throw Signature.only();
        }

        public void kill(java.util.Map<String, String> a) throws java.io.IOException, InterruptedException {
            throw Signature.only();
        }

        public String toString() {
            throw Signature.only();
        }

        RemoteLauncher() {
            super((hudson.Launcher) null);
        }
    }
}
