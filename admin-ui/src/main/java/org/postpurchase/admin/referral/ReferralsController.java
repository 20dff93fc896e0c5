package org.postpurchase.admin.referral;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.Beside;
import org.postpurchase.admin.ui.ListAsShown;
import org.postpurchase.admin.ui.ListScreen;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.OrderLinks;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.admin.ui.StateCount;
import org.postpurchase.broadleaf.admin.ReferralRecord;
import org.postpurchase.referral.IndexHistory;
import org.postpurchase.referral.ReferralState;
import org.postpurchase.referral.ReferralStore;
import org.postpurchase.referral.ReferralViews;
import org.postpurchase.referral.Signal;
import org.postpurchase.shared.Shop;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The screen of referrals. Looking needs READ on {@link ReferralRecord}, changes need UPDATE. */
@Controller
@RequestMapping("/" + ReferralsController.SECTION)
class ReferralsController extends PageController {
  static final String SECTION = "post-purchase-referrals";
  private static final int PAGE_SIZE = 25;
  private static final int WORDS_MAX = 400;
  private static final ReferralState[] SHOWN = {
    ReferralState.HELD,
    ReferralState.QUALIFYING,
    ReferralState.REWARDED,
    ReferralState.REVERSED,
    ReferralState.REJECTED
  };

  private final AdminAccess access;
  private final EditReferrals edit;
  private final ReferralViews views;
  private final ReferralStore store;
  private final OrderLinks orders;
  private final Shop shop;
  private final IndexHistory history;
  private final Look look;

  public ReferralsController(
      AdminAccess access,
      EditReferrals edit,
      ReferralViews views,
      ReferralStore store,
      OrderLinks orders,
      Look look) {
    this.access = access;
    this.edit = edit;
    this.views = views;
    this.store = store;
    this.orders = orders;
    this.shop = look.shop;
    this.history = look.history;
    this.look = look;
  }

  /** What else the screen tells. */
  public static final class Look {
    final Shop shop;
    final IndexHistory history;
    final TierPoints tiers;
    final InvitationNumbers invitations;

    public Look(Shop shop, IndexHistory history, TierPoints tiers, InvitationNumbers invitations) {
      this.shop = shop;
      this.history = history;
      this.tiers = tiers;
      this.invitations = invitations;
    }
  }

  private List<Map<String, Object>> ways(long programme) {
    List<Map<String, Object>> ways = new ArrayList<>();
    for (ReferralViews.Way way : views.ways(programme)) {
      Map<String, Object> shown = new LinkedHashMap<>();
      shown.put("channel", way.channel);
      shown.put("words", ReferralRow.channelWords(way.channel));
      shown.put("visited", way.visited);
      shown.put("bought", way.bought);
      shown.put("rewarded", way.rewarded);
      ways.add(shown);
    }
    return ways;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String list(
      @RequestParam(value = "state", defaultValue = "HELD") String wanted,
      Beside beside,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(ReferralRecord.class);
    if (!model.containsAttribute("programme")) {
      model.addAttribute("programme", edit.fields());
    }
    fill(wanted, beside, locale, model);
    return frame(model, SECTION, "referrals");
  }

  private void fill(String wanted, Beside beside, Locale locale, Model model) {
    Map<ReferralState, Integer> all = views.counts();
    ReferralState chosen = ReferralState.HELD;
    List<StateCount> counts = new ArrayList<>();
    for (ReferralState each : SHOWN) {
      chosen = each.name().equals(wanted) ? each : chosen;
    }
    for (ReferralState each : SHOWN) {
      counts.add(new StateCount(each.name(), all.getOrDefault(each, 0), each == chosen));
    }
    List<ReferralViews.Row> found =
        ListScreen.turn(model, "", views.list(chosen, beside.page(PAGE_SIZE)));
    Map<Long, List<Signal>> signals = new LinkedHashMap<>();
    Set<Long> named = new HashSet<>();
    for (ReferralViews.Row row : found) {
      List<Signal> about = store.signals(row.referral.id);
      signals.put(row.referral.id, about);
      named.add(row.referral.orderId);
      about.forEach(signal -> named.addAll(Evidence.orders(signal)));
    }
    Map<Long, String> numbers = orders.numbers(named);
    Moments moments = new Moments(shop.zone, locale);
    List<ReferralRow> rows = new ArrayList<>();
    for (ReferralViews.Row row : found) {
      rows.add(new ReferralRow(row, signals.get(row.referral.id), numbers, moments, locale));
    }
    @SuppressWarnings("unchecked")
    Map<String, String> programme = (Map<String, String>) model.asMap().get("programme");
    String id = programme.getOrDefault("id", "0");
    model.addAttribute("state", chosen.name());
    model.addAttribute("counts", counts);
    model.addAttribute("rows", rows);
    model.addAttribute("offers", edit.offers());
    model.addAttribute("rewards", edit.rewards());
    ReferralViews.Funnel funnel = views.funnel(Long.parseLong(id));
    model.addAttribute("funnel", funnel(funnel));
    model.addAttribute(
        "moneyIn",
        funnel.moneyIn.stream().map(money -> money.format(locale)).collect(Collectors.toList()));
    model.addAttribute("ways", ways(Long.parseLong(id)));
    model.addAttribute("history", history.progress());
    model.addAttribute("tiers", look.tiers.rows(programme.get("tierPoints")));
    model.addAttribute("invited", look.invitations.byVerdict());
    model.addAttribute("lawful", look.invitations.isAllowed());
    model.addAttribute("country", look.invitations.country());
    model.addAttribute("lawVersion", look.invitations.lawVersion());
    model.addAttribute("mayEdit", access.may(ReferralRecord.class, EntityOperationType.UPDATE));
    model.addAttribute("zone", shop.zone.getId());
  }

  private static Map<String, Long> funnel(ReferralViews.Funnel funnel) {
    Map<String, Long> steps = new LinkedHashMap<>();
    steps.put("Joined", funnel.joined);
    steps.put("Visited", funnel.visited);
    steps.put("Bought", funnel.bought);
    steps.put("Rewarded", funnel.rewarded);
    steps.put("Again", funnel.again);
    steps.put("Points", funnel.points);
    steps.put("Codes", funnel.codes);
    return steps;
  }

  @RequestMapping(value = "/programme", method = RequestMethod.POST)
  public String save(HttpServletRequest request, RedirectAttributes redirect)
      throws SecurityServiceException {
    Map<String, String> typed = new LinkedHashMap<>();
    for (String field : ProgrammeForm.FIELDS) {
      typed.put(field, request.getParameter(field) == null ? "" : request.getParameter(field));
    }
    typed.put("tierPoints", look.tiers.read(request::getParameter));
    typed.put("edition", String.valueOf(request.getParameter("edition")));
    typed.put("id", number(request.getParameter("id")));
    typed.put("termsVersion", number(request.getParameter("termsVersion")));
    Map<String, String> problems = edit.save(typed);
    if (!problems.isEmpty()) {
      redirect.addFlashAttribute("programme", typed);
      redirect.addFlashAttribute("problems", problems);
    }
    tell(
        redirect,
        problems.isEmpty(),
        problems.isEmpty()
            ? "PostPurchase_Referrals_Flash_Saved"
            : "PostPurchase_Referrals_Flash_NotSaved");
    return ListAsShown.redirect(SECTION);
  }

  private static String number(String text) {
    return text != null && text.matches("\\d{1,18}") ? text : "0";
  }

  @RequestMapping(value = "/{id:\\d+}/{what:approve|reject|undo}", method = RequestMethod.POST)
  public String decide(
      @PathVariable("id") long id,
      @PathVariable("what") String what,
      @RequestParam(value = "words", defaultValue = "") String words,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    String said = words.trim();
    boolean changed =
        edit.decide(
            id,
            EditReferrals.Decision.valueOf(what.toUpperCase(Locale.ROOT)),
            said.length() > WORDS_MAX ? said.substring(0, WORDS_MAX) : said);
    tell(
        redirect,
        changed,
        changed ? "PostPurchase_Referrals_Flash_Decided" : "PostPurchase_Referrals_Flash_Nothing");
    return ListAsShown.redirect(SECTION);
  }

  @RequestMapping(value = "/advocate/{id:\\d+}/{what:suspend|readmit}", method = RequestMethod.POST)
  public String suspend(
      @PathVariable("id") long id,
      @PathVariable("what") String what,
      @RequestParam(value = "from", defaultValue = "") String from,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    boolean changed = edit.suspend(id, what.equals("suspend"));
    tell(
        redirect,
        changed,
        changed ? "PostPurchase_Referrals_Flash_Decided" : "PostPurchase_Referrals_Flash_Nothing");
    return ListAsShown.redirect(from.equals("advocates") ? SECTION + "/advocates" : SECTION);
  }

  /** One referral's history. */
  @RequestMapping(value = "/{id:\\d+}", method = RequestMethod.GET)
  public String history(@PathVariable("id") long id, Locale locale, Model model)
      throws SecurityServiceException {
    access.requireRead(ReferralRecord.class);
    Moments moments = new Moments(shop.zone, locale);
    model.addAttribute(
        "events",
        store.events(id).stream()
            .map(event -> new EventRow(event, moments))
            .collect(Collectors.toList()));
    model.addAttribute("referral", id);
    model.addAttribute("zone", shop.zone.getId());
    return frame(model, SECTION, "referral");
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(
      value = {
        "/programme",
        "/{id:\\d+}/{what:approve|reject|undo}",
        "/advocate/{id:\\d+}/{what:suspend|readmit}"
      },
      method = RequestMethod.GET)
  public String back() {
    return ListAsShown.redirect(SECTION);
  }
}
