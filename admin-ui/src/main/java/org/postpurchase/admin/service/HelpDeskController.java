package org.postpurchase.admin.service;

import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.ServiceRecord;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.ModuleSettings;
import org.postpurchase.helpdesk.HelpDeskSecrets;
import org.postpurchase.helpdesk.HelpDeskSettings;
import org.postpurchase.helpdesk.HelpDeskStore;
import org.postpurchase.helpdesk.HookAddress;
import org.postpurchase.helpdesk.HookEvent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where webhooks go and who may ask about customers. Looking needs READ on {@link ServiceRecord};
 * secrets are shown to those who may UPDATE. Of two who save at once, the first one wins.
 */
@Controller
@RequestMapping("/" + ServiceController.SECTION + "/helpdesk")
class HelpDeskController extends PageController {
  private static final String PAGE = ServiceController.SECTION + "/helpdesk";
  private static final String FLASH = "PostPurchase_HelpDesk_Flash_";

  /** Path on the shop's site. */
  private static final String SNAPSHOT = "/post-purchase/helpdesk/customer";

  private final AdminAccess access;
  private final Infrastructure base;
  private final HelpDeskStore store;
  private final HelpDeskSecrets secrets;
  private final ModuleSettings properties;

  public HelpDeskController(
      AdminAccess access,
      Infrastructure base,
      HelpDeskStore store,
      HelpDeskSecrets secrets,
      ModuleSettings properties) {
    this.access = access;
    this.base = base;
    this.store = store;
    this.secrets = secrets;
    this.properties = properties;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String show(Model model) throws SecurityServiceException {
    access.requireRead(ServiceRecord.class);
    HelpDeskSettings now = base.transactions.call(store::read);
    boolean mayEdit = access.may(ServiceRecord.class, EntityOperationType.UPDATE);
    model.addAttribute("url", model.asMap().getOrDefault("typedUrl", now.url));
    model.addAttribute("answers", model.asMap().getOrDefault("typedAnswers", now.answers));
    model.addAttribute("edition", now.edition);
    model.addAttribute("tells", now.tells());
    model.addAttribute("open", now.answers);
    model.addAttribute("mayEdit", mayEdit);
    model.addAttribute("secret", mayEdit ? secrets.signingSecret(now) : "");
    model.addAttribute("key", mayEdit ? secrets.snapshotKey(now) : "");
    model.addAttribute("waiting", base.transactions.call(store::countWaiting));
    model.addAttribute("snapshotUrl", base.shop.url + SNAPSHOT);
    return frame(model, ServiceController.SECTION, "helpDesk");
  }

  @RequestMapping(value = "/save", method = RequestMethod.POST)
  public String save(
      @RequestParam("edition") int edition,
      @RequestParam("url") String typed,
      @RequestParam(value = "answers", defaultValue = "false") boolean answers,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    require("save help desk");
    String url = typed.trim();
    if (!url.isEmpty() && !HookAddress.read(url, properties.isPrivateAddresses()).isPresent()) {
      redirect.addFlashAttribute("typedUrl", url);
      redirect.addFlashAttribute("typedAnswers", answers);
      redirect.addFlashAttribute("badUrl", true);
      tell(redirect, false, "PostPurchase_ServiceSettings_Flash_NotSaved");
      return "redirect:/" + PAGE;
    }
    return change(
        edition,
        before -> {
          if (url.isEmpty()) {
            store.dropAll();
          }
          return before.changed(url, answers);
        },
        "save help desk",
        "Saved",
        redirect);
  }

  @RequestMapping(value = "/new/{what:secret|key}", method = RequestMethod.POST)
  public String renew(
      @PathVariable("what") String what,
      @RequestParam("edition") int edition,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    require("new " + what);
    return change(
        edition,
        before -> what.equals("key") ? before.withNewKey() : before.withNewSecret(),
        "new help desk " + what,
        what,
        redirect);
  }

  @RequestMapping(value = "/test", method = RequestMethod.POST)
  public String test(RedirectAttributes redirect) throws SecurityServiceException {
    String actor = require("test webhook");
    boolean queued =
        base.transactions.call(
            () -> {
              boolean tells = store.read().tells();
              if (tells) {
                store.queue(0, HookEvent.TEST, base.clock.instant());
                base.audit.done(actor, "test webhook", "help desk", "");
              }
              return tells;
            });
    tell(redirect, queued, FLASH + (queued ? "test" : "NoUrl"));
    return "redirect:/" + PAGE;
  }

  private interface Change {
    HelpDeskSettings of(HelpDeskSettings before);
  }

  private String change(
      int edition, Change change, String action, String flash, RedirectAttributes redirect) {
    boolean saved =
        base.transactions.call(
            () -> {
              HelpDeskSettings before = store.read();
              if (before.edition != edition || !store.save(change.of(before))) {
                return false;
              }
              HelpDeskSettings now = store.read();
              base.audit.done(
                  access.actor(),
                  action,
                  "help desk",
                  "tells=" + now.tells() + " answers=" + now.answers);
              return true;
            });
    tell(redirect, saved, saved ? FLASH + flash : "PostPurchase_ServiceSettings_Flash_Changed");
    return "redirect:/" + PAGE;
  }

  private String require(String action) throws SecurityServiceException {
    access.require(ServiceRecord.class, EntityOperationType.UPDATE, action, "help desk");
    return access.actor();
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(
      value = {"/save", "/test", "/new/{what:secret|key}"},
      method = RequestMethod.GET)
  public String lost() {
    return "redirect:/" + PAGE;
  }
}
