// Live updates: when the ledger has grown, the page's content is fetched again, unless somebody is filling in a form.
(function () {
  "use strict";
  if (!document.querySelector("nav") || !window.EventSource || !window.htmx) {
    return;
  }
  var touched = false;
  document.addEventListener("input", function () { touched = true; });
  var source = new EventSource("/events");
  source.addEventListener("ledger", function (event) {
    // the page says where the ledger ended when it was made
    if (Number(event.data) <= Number(document.getElementById("main").dataset.ledger)) {
      return;
    }
    if (touched) {
      tell();
    } else {
      fetchAgain();
    }
  });

  // what changes without an entry of the ledger is looked at again from time to time, unless somebody is at it
  var again = document.querySelector("[data-again]");
  if (again) {
    setInterval(function () {
      var main = document.getElementById("main");
      var busy = touched || document.hidden || main.querySelector("details[open]")
        || (main !== document.activeElement && main.contains(document.activeElement));
      if (!busy) {
        fetchAgain();
      }
    }, Number(again.dataset.again) * 1000);
  }

  function fetchAgain() {
    window.htmx.ajax("GET", location.pathname + location.search, { target: "#main", select: "#main", swap: "outerHTML" });
  }

  function tell() {
    if (document.getElementById("changed")) {
      return;
    }
    var note = document.createElement("p");
    note.id = "changed";
    note.className = "message";
    note.setAttribute("role", "status");
    note.textContent = "Something was decided meanwhile. ";
    var link = document.createElement("a");
    link.href = location.href;
    link.textContent = "Load the page again";
    note.appendChild(link);
    document.getElementById("main").prepend(note);
  }
})();
