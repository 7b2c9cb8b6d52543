package jenkins.model;

import dev.gatehouse.jenkins.api.Signature;

public class Jenkins implements hudson.security.AccessControlled {
    public static final hudson.security.Permission ADMINISTER = null;

    public static final hudson.security.Permission READ = null;

    public jakarta.servlet.ServletContext getServletContext() {
        throw Signature.only();
    }

    public static jenkins.model.Jenkins get() throws IllegalStateException {
        throw Signature.only();
    }

    public static jenkins.model.Jenkins getInstance() {
        throw Signature.only();
    }

    public void setNodeName(String a) {
        throw Signature.only();
    }

    public String getNodeDescription() {
        throw Signature.only();
    }

    public String getDescription() {
        throw Signature.only();
    }

    public hudson.PluginManager getPluginManager() {
        throw Signature.only();
    }

    public hudson.model.Api getApi() {
        throw Signature.only();
    }

    public hudson.model.Descriptor getRetentionStrategy(String a) {
        throw Signature.only();
    }

    public hudson.model.Descriptor getDescriptor(String a) {
        throw Signature.only();
    }

    public hudson.model.Descriptor getDescriptor(Class<? extends hudson.model.Describable> a) {
        throw Signature.only();
    }

    public hudson.Launcher createLauncher(hudson.model.TaskListener a) {
        throw Signature.only();
    }

    public String getFullName() {
        throw Signature.only();
    }

    public String getFullDisplayName() {
        throw Signature.only();
    }

    public java.util.List getItems() {
        throw Signature.only();
    }

    public java.util.List getItems(java.util.function.Predicate a) {
        throw Signature.only();
    }

    public <T> java.util.List<T> getItems(Class<T> a) {
        throw Signature.only();
    }

    public String getDisplayName() {
        throw Signature.only();
    }

    public hudson.model.JDK getJDK(String a) {
        throw Signature.only();
    }

    public String getSearchUrl() {
        throw Signature.only();
    }

    public String getUrlChildPrefix() {
        throw Signature.only();
    }

    public static org.springframework.security.core.Authentication getAuthentication2() {
        throw Signature.only();
    }

    public hudson.model.Computer[] getComputers() {
        throw Signature.only();
    }

    public hudson.model.Node getNode(String a) {
        throw Signature.only();
    }

    public java.io.File getRootDir() {
        throw Signature.only();
    }

    public hudson.FilePath getRootPath() {
        throw Signature.only();
    }

    public hudson.remoting.Callable getClockDifferenceCallable() {
        throw Signature.only();
    }

    public hudson.security.ACL getACL() {
        throw Signature.only();
    }

    public hudson.model.Item getItem(String a, hudson.model.ItemGroup b) {
        throw Signature.only();
    }

    public final hudson.model.Item getItem(String a, hudson.model.Item b) {
        throw Signature.only();
    }

    public final <T extends hudson.model.Item> T getItem(String a, hudson.model.ItemGroup b, Class<T> c) {
        throw Signature.only();
    }

    public final <T extends hudson.model.Item> T getItem(String a, hudson.model.Item b, Class<T> c) {
        throw Signature.only();
    }

    public int getNumExecutors() {
        throw Signature.only();
    }

    public String getLabelString() {
        throw Signature.only();
    }

    public hudson.model.Computer createComputer() {
        throw Signature.only();
    }

    public void load() throws java.io.IOException {
        throw Signature.only();
    }

    public void save() throws java.io.IOException {
        throw Signature.only();
    }

    public Object getTarget() {
        throw Signature.only();
    }

    Jenkins() {}
}
