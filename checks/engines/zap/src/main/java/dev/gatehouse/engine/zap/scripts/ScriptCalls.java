package dev.gatehouse.engine.zap.scripts;

import java.util.List;
import org.parosproxy.paros.control.Control;
import org.parosproxy.paros.extension.Extension;
import org.parosproxy.paros.extension.ExtensionAdaptor;
import org.parosproxy.paros.extension.ExtensionHook;
import org.zaproxy.zap.extension.script.ExtensionScript;
import org.zaproxy.zap.extension.script.ScriptAPI;

/**
 * Lets ZAP's API speak of scripts and of their variables, among which is the header that logs in. ZAP's core has the calls but
 * leaves it to its add-on <em>scripts</em> to offer them.
 */
public final class ScriptCalls extends ExtensionAdaptor {
    private static final List<Class<? extends Extension>> DEPENDENCIES = List.of(ExtensionScript.class);

    public ScriptCalls() {
        super("ExtensionGatehouseScriptCalls");
    }

    @Override
    @SuppressWarnings("removal") // it goes once the core has no scripts; this ZAP's version is our choice
    public void hook(ExtensionHook hook) {
        super.hook(hook);
        hook.addApiImplementor(
                new ScriptAPI(Control.getSingleton().getExtensionLoader().getExtension(ExtensionScript.class)));
    }

    @Override
    public String getAuthor() {
        return "Gatehouse";
    }

    @Override
    public String getDescription() {
        return "Offers the calls of scripts and their variables";
    }

    @Override
    public List<Class<? extends Extension>> getDependencies() {
        return DEPENDENCIES;
    }
}
