function getRequiredParamsNames() { return []; }
function getOptionalParamsNames() { return []; }
function getCredentialsParamsNames() { return ["username", "password"]; }
function authenticate(helper, parameters, credentials) {
  var network = Packages.org.parosproxy.paros.network;
  var message = helper.prepareMessage();
  message.setRequestHeader(new network.HttpRequestHeader("POST",
      new Packages.org.apache.commons.httpclient.URI("{application}in", false), "HTTP/1.1"));
  message.getRequestHeader().setHeader("Content-Type", "application/json");
  message.setRequestBody(JSON.stringify({password: String(credentials.getParam("password"))}));
  message.getRequestHeader().setContentLength(message.getRequestBody().length());
  helper.sendAndReceive(message);
  var token = JSON.parse(String(message.getResponseBody().toString())).token;
  Packages.org.zaproxy.zap.extension.script.ScriptVars
      .setGlobalVar("ZAP_AUTH_HEADER_VALUE", "Bearer " + token);
  return message;
}
