function getRequiredParamsNames() { return []; }
function getOptionalParamsNames() { return []; }
function getCredentialsParamsNames() { return ["username", "password"]; }
function authenticate(helper, parameters, credentials) {
  var network = Packages.org.parosproxy.paros.network;
  var message = helper.prepareMessage();
  message.setRequestHeader(new network.HttpRequestHeader("POST",
      new Packages.org.apache.commons.httpclient.URI("{application}in", false), "HTTP/1.1"));
  message.getRequestHeader().setHeader("Content-Type", "application/x-www-form-urlencoded");
  message.setRequestBody("user=" + encodeURIComponent(credentials.getParam("username"))
      + "&password=" + encodeURIComponent(credentials.getParam("password")));
  message.getRequestHeader().setContentLength(message.getRequestBody().length());
  helper.sendAndReceive(message);
  return message;
}
