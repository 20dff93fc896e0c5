package org.postpurchase.admin.sending;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.SendingRecord;
import org.postpurchase.broadleaf.config.ChannelsOfShop;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.RestraintParts;
import org.postpurchase.click.ClickSwitch;
import org.postpurchase.messaging.Channel;
import org.postpurchase.messaging.Channels;
import org.postpurchase.restraint.ChannelPace;
import org.postpurchase.restraint.OptInChecks;
import org.postpurchase.restraint.PaceStore;
import org.postpurchase.restraint.SendingLaw;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;
import org.postpurchase.sunset.Sunset;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * How often and when advertising goes out by each channel. Looking needs READ on {@link
 * SendingRecord}, saving UPDATE; of two who save at once, the first one wins.
 */
@Controller
@RequestMapping("/" + SendingController.SECTION)
class SendingController extends PageController {
  static final String SECTION = "post-purchase-sending";

  private final AdminAccess access;
  private final RestraintParts restraint;
  private final PaceStore store;
  private final OptInChecks optIns;
  private final ClickSwitch clicks;
  private final Sunset sunset;
  private final SendingLaw law;
  private final Channels channels;
  private final AuditLog audit;
  private final Transactions transactions;
  private final Clock clock;

  public SendingController(
      AdminAccess access,
      Infrastructure base,
      RestraintParts restraint,
      ChannelsOfShop channels,
      ClickSwitch clicks,
      Sunset sunset) {
    this.sunset = sunset;
    this.clicks = clicks;
    this.access = access;
    this.restraint = restraint;
    store = restraint.paces;
    optIns = restraint.optIns;
    law = restraint.law;
    this.channels = channels.getChannels();
    audit = base.audit;
    transactions = base.transactions;
    clock = base.clock;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String show(Model model) throws SecurityServiceException {
    access.requireRead(SendingRecord.class);
    if (!model.containsAttribute("channels")) {
      Map<String, ChannelPace> saved = transactions.call(store::all);
      List<ChannelForm> forms = new ArrayList<>();
      for (Channel channel : channels.all()) {
        forms.add(
            form(channel).of(saved.getOrDefault(channel.key(), ChannelPace.usual(channel.key()))));
      }
      model.addAttribute("channels", forms);
    }
    if (!model.containsAttribute("optIn")) {
      model.addAttribute("optIn", optIns.isSwitchedOn());
    }
    if (!model.containsAttribute("soft")) {
      model.addAttribute("soft", optIns.isSoft());
    }
    if (!model.containsAttribute("clicks")) {
      model.addAttribute("clicks", clicks.isOn());
    }
    if (!model.containsAttribute("sunset")) {
      model.addAttribute("sunset", SunsetForm.of(sunset.setting()));
    }
    model.addAttribute("resting", sunset.count());
    model.addAttribute("lawVersion", law.version());
    model.addAttribute("mayEdit", access.may(SendingRecord.class, EntityOperationType.UPDATE));
    return frame(model, SECTION, "sending");
  }

  private ChannelForm form(Channel channel) {
    Locale locale = LocaleContextHolder.getLocale();
    return new ChannelForm(
        channel.key(),
        channel.label(locale),
        law.budgetHours(channel.key()),
        LawLine.all(law, channel.key(), locale));
  }

  @RequestMapping(value = "", method = RequestMethod.POST)
  public String save(HttpServletRequest request, RedirectAttributes redirect)
      throws SecurityServiceException {
    access.require(
        SendingRecord.class, EntityOperationType.UPDATE, "save sending settings", "sending");
    List<ChannelForm> forms = new ArrayList<>();
    Map<String, ChannelPace> wanted = new LinkedHashMap<>();
    boolean good = true;
    for (Channel channel : channels.all()) {
      ChannelForm form = form(channel).typed(request::getParameter);
      ChannelPace pace = form.read();
      forms.add(form);
      good &= pace != null;
      wanted.put(channel.key(), pace);
    }
    boolean optIn = request.getParameter("optIn") != null;
    boolean soft = request.getParameter("soft") != null;
    boolean measured = request.getParameter("clicks") != null;
    SunsetForm quiet = SunsetForm.typed(request::getParameter);
    good &= quiet.isGood();
    Reactions reactions = new Reactions(measured, quiet);
    boolean saved = good && saveAll(forms, wanted, optIn, soft, reactions);
    if (!good) {
      redirect.addFlashAttribute("optIn", optIn);
      redirect.addFlashAttribute("soft", soft);
      redirect.addFlashAttribute("clicks", measured);
      redirect.addFlashAttribute("sunset", quiet);
      redirect.addFlashAttribute("channels", forms);
    }
    String words = saved ? "Saved" : good ? "Changed" : "NotSaved";
    tell(redirect, saved, "PostPurchase_Sending_Flash_" + words);
    return "redirect:/" + SECTION;
  }

  /** All or nothing; what nobody has changed stays without a row. */
  private boolean saveAll(
      List<ChannelForm> forms,
      Map<String, ChannelPace> wanted,
      boolean optIn,
      boolean soft,
      Reactions reactions) {
    try {
      transactions.run(
          () -> {
            Map<String, ChannelPace> before = store.all();
            if (optIns.isRequired() != optIn) {
              optIns.switchTo(optIn);
              audit.done(access.actor(), "save sending settings", "opt-in", "required=" + optIn);
            }
            if (optIns.isSoft() != soft) {
              optIns.useSoft(soft);
              audit.done(access.actor(), "save sending settings", "soft opt-in", "used=" + soft);
            }
            save(reactions);
            for (ChannelForm form : forms) {
              String key = form.channel;
              if (!form.isAs(before.getOrDefault(key, ChannelPace.usual(key)))) {
                ChannelPace pace = wanted.get(key);
                if (!store.save(pace, clock.instant())) {
                  throw new Overtaken();
                }
                String detail = "budget=" + pace.budgetHours + " hours=" + pace.hours;
                audit.done(access.actor(), "save sending settings", key, detail);
                restraint.paceChanged();
              }
            }
          });
      return true;
    } catch (Overtaken others) {
      return false;
    }
  }

  private void save(Reactions reactions) {
    if (clicks.switchTo(reactions.measured)) {
      String detail = "measured=" + reactions.measured;
      audit.done(access.actor(), "save sending settings", "clicks", detail);
    }
    SunsetForm quiet = reactions.quiet;
    if (sunset.save(quiet.setting())) {
      String detail = "on=" + quiet.on + " messages=" + quiet.messages + " days=" + quiet.days;
      audit.done(access.actor(), "save sending settings", "sunset", detail);
    }
  }

  /** What the form says about how people react. */
  private static final class Reactions {
    final boolean measured;
    final SunsetForm quiet;

    Reactions(boolean measured, SunsetForm quiet) {
      this.measured = measured;
      this.quiet = quiet;
    }
  }

  /** Somebody else has saved meanwhile. */
  private static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
