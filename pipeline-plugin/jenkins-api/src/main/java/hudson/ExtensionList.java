package hudson;

import dev.gatehouse.jenkins.api.Signature;

public class ExtensionList<T> extends java.util.AbstractList<T> implements jenkins.util.io.OnMaster {
    public <U extends T> U get(Class<U> a) {
        throw Signature.only();
    }

    public <U extends T> U getInstance(Class<U> a) throws IllegalStateException {
        throw Signature.only();
    }

    public java.util.Iterator<T> iterator() {
        throw Signature.only();
    }

    public T get(int a) {
        throw Signature.only();
    }

    public int size() {
        throw Signature.only();
    }

    public boolean add(T a) {
        throw Signature.only();
    }

    public void add(int a, T b) {
        throw Signature.only();
    }

    protected java.util.List load() {
        throw Signature.only();
    }

    public static <U> U lookupSingleton(Class<U> a) {
        throw Signature.only();
    }

    ExtensionList() {}
}
