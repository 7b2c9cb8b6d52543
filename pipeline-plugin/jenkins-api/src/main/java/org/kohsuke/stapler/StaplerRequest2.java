package org.kohsuke.stapler;

public interface StaplerRequest2 extends jakarta.servlet.http.HttpServletRequest {
    org.kohsuke.stapler.Stapler getStapler();

    String getRestOfPath();

    String getOriginalRestOfPath();

    jakarta.servlet.ServletContext getServletContext();

    String getRequestURIWithQueryString();

    StringBuffer getRequestURLWithQueryString();

    jakarta.servlet.RequestDispatcher getView(Object a, String b) throws java.io.IOException;

    jakarta.servlet.RequestDispatcher getView(Class a, String b) throws java.io.IOException;

    String getRootPath();

    String getReferer();

    java.util.List getAncestors();

    <T> T findAncestorObject(Class<T> a);

    boolean hasParameter(String a);

    String getOriginalRequestURI();

    boolean checkIfModified(long a, org.kohsuke.stapler.StaplerResponse2 b);

    boolean checkIfModified(java.util.Date a, org.kohsuke.stapler.StaplerResponse2 b);

    boolean checkIfModified(java.util.Calendar a, org.kohsuke.stapler.StaplerResponse2 b);

    boolean checkIfModified(long a, org.kohsuke.stapler.StaplerResponse2 b, long c);

    void bindParameters(Object a);

    void bindParameters(Object a, String b);

    <T> java.util.List<T> bindParametersToList(Class<T> a, String b);

    <T> T bindParameters(Class<T> a, String b);

    <T> T bindParameters(Class<T> a, String b, int c);

    <T> T bindJSON(java.lang.reflect.Type a, Class<T> b, Object c);

    <T> java.util.List<T> bindJSONToList(Class<T> a, Object b);

    boolean isJavaScriptProxyCall();

    String createJavaScriptProxy(Object a);
}
