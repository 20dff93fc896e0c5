package org.postpurchase.admin.review;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.ReviewRecord;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.TriggersOfShop;
import org.postpurchase.campaign.Campaign;
import org.postpurchase.campaign.CampaignStore;
import org.postpurchase.campaign.Campaigns;
import org.postpurchase.moment.Trigger;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Campaigns: the list, the form of a draft, opening, closing and the draw. Looking needs READ on
 * {@link ReviewRecord}, everything else UPDATE.
 */
@Controller
@RequestMapping("/" + ReviewsController.SECTION)
class CampaignsController extends PageController {
  private static final String CAMPAIGNS = ReviewsController.SECTION + "/campaigns";

  private final AdminAccess access;
  private final Infrastructure base;
  private final CampaignStore store;
  private final Campaigns campaigns;
  private final TriggersOfShop triggers;
  private final CampaignCosts report;

  public CampaignsController(
      AdminAccess access,
      Infrastructure base,
      CampaignStore store,
      Campaigns campaigns,
      TriggersOfShop triggers,
      CampaignCosts report) {
    this.access = access;
    this.base = base;
    this.store = store;
    this.campaigns = campaigns;
    this.triggers = triggers;
    this.report = report;
  }

  @RequestMapping(value = "/campaigns", method = RequestMethod.GET)
  public String list(Locale locale, Model model) throws SecurityServiceException {
    access.requireRead(ReviewRecord.class);
    List<Campaign> all = base.transactions.call(() -> store.all());
    model.addAttribute("rows", all.stream().map(c -> row(c, locale)).collect(Collectors.toList()));
    model.addAttribute("mayJudge", access.may(ReviewRecord.class, EntityOperationType.UPDATE));
    return frame(model, ReviewsController.SECTION, "campaigns");
  }

  private CampaignRow row(Campaign campaign, Locale locale) {
    return base.transactions.call(
        () ->
            new CampaignRow(
                campaign,
                store.sources(campaign.id),
                store.winners(campaign.id),
                base.shop.zone,
                locale));
  }

  @RequestMapping(value = "/campaigns/{id}", method = RequestMethod.GET)
  public String one(
      @PathVariable("id") String id, Locale locale, Model model, HttpServletResponse response)
      throws SecurityServiceException {
    access.requireRead(ReviewRecord.class);
    Optional<Campaign> found =
        id.matches("\\d{1,18}")
            ? base.transactions.call(() -> store.find(Long.parseLong(id)))
            : Optional.empty();
    if (!found.isPresent() && !id.equals("new")) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("missing", "PostPurchase_Missing_Record");
      return frame(model, ReviewsController.SECTION, "missing");
    }
    found.ifPresent(
        campaign -> {
          model.addAttribute("row", row(campaign, locale));
          model.addAttribute("report", report.of(campaign, locale));
        });
    model.addAttribute("draft", !found.isPresent() || found.get().state.name().equals("DRAFT"));
    model.addAttribute("triggers", triggerNames(locale));
    model.addAttribute("mayJudge", access.may(ReviewRecord.class, EntityOperationType.UPDATE));
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", new CampaignForm(Collections.<String, String>emptyMap()));
    }
    return frame(model, ReviewsController.SECTION, "campaign");
  }

  /** What can enter people, by the names that merchants know it under. */
  private Map<String, String> triggerNames(Locale locale) {
    Map<String, String> names = new LinkedHashMap<>();
    triggers.get().all().stream()
        .filter(t -> !t.isAboutOrder())
        .sorted(Comparator.comparing((Trigger t) -> t.label(locale)))
        .forEach(t -> names.put(t.key(), t.label(locale)));
    return names;
  }

  private Set<String> triggers() {
    return triggers.get().all().stream()
        .filter(t -> !t.isAboutOrder())
        .map(Trigger::key)
        .collect(Collectors.toSet());
  }

  @RequestMapping(value = "/campaigns/{id}/save", method = RequestMethod.POST)
  public String save(
      @PathVariable("id") long id,
      @RequestParam Map<String, String> fields,
      @RequestParam(value = "moments", required = false) List<String> moments,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    String actor = require("save campaign", id);
    Map<String, String> typed = new HashMap<>(fields);
    typed.put("moments", moments == null ? "" : String.join(",", moments));
    CampaignForm form = new CampaignForm(typed);
    String problem = form.problem(triggers());
    Optional<Long> saved = Optional.empty();
    if (problem.isEmpty()) {
      int edition =
          form.get("edition").matches("\\d{1,9}") ? Integer.parseInt(form.get("edition")) : 1;
      Campaign wanted = form.campaign(id, edition, base.shop.zone);
      saved =
          base.transactions.call(
              () -> {
                Optional<Long> done = campaigns.save(wanted);
                done.ifPresent(
                    each ->
                        base.audit.done(actor, "save campaign", "campaign " + each, wanted.code));
                return done;
              });
      problem = saved.isPresent() ? "" : "PostPurchase_Campaign_Problem_Taken";
    }
    if (!problem.isEmpty()) {
      redirect.addFlashAttribute("typed", form);
      tell(redirect, false, problem);
      return "redirect:/" + CAMPAIGNS + "/" + (id == 0 ? "new" : id);
    }
    tell(redirect, true, "PostPurchase_Flash_CampaignSaved");
    return "redirect:/" + CAMPAIGNS + "/" + saved.get();
  }

  @RequestMapping(value = "/campaigns/{id}/{act:open|close|draw}", method = RequestMethod.POST)
  public String act(
      @PathVariable("id") long id,
      @PathVariable("act") String act,
      @RequestParam("edition") int edition,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    String action = act + " campaign";
    String actor = require(action, id);
    Campaigns.Outcome outcome =
        base.transactions.call(
            () -> {
              Campaigns.Outcome done =
                  act.equals("open")
                      ? campaigns.open(id, edition)
                      : act.equals("close")
                          ? campaigns.close(id, edition)
                          : campaigns.draw(id, edition);
              if (done == Campaigns.Outcome.DONE) {
                base.audit.done(actor, action, "campaign " + id, "");
              }
              return done;
            });
    boolean good = outcome == Campaigns.Outcome.DONE;
    tell(
        redirect,
        good,
        good
            ? "PostPurchase_Flash_Campaign_" + act
            : outcome == Campaigns.Outcome.CHANGED_MEANWHILE
                ? "PostPurchase_Flash_ReviewChanged"
                : "PostPurchase_Flash_CampaignNotNow");
    return "redirect:/" + CAMPAIGNS + "/" + id;
  }

  /** What it has cost can be said and corrected at any time. */
  @RequestMapping(value = "/campaigns/{id}/cost", method = RequestMethod.POST)
  public String cost(
      @PathVariable("id") long id, @RequestParam("cost") String typed, RedirectAttributes redirect)
      throws SecurityServiceException {
    String actor = require("cost of campaign", id);
    boolean saved = report.save(id, typed, actor);
    tell(
        redirect,
        saved,
        saved ? "PostPurchase_Flash_CampaignCost" : "PostPurchase_Campaign_Problem_Cost");
    return "redirect:/" + CAMPAIGNS + "/" + id;
  }

  private String require(String action, long id) throws SecurityServiceException {
    access.require(ReviewRecord.class, EntityOperationType.UPDATE, action, "campaign " + id);
    return access.actor();
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(
      value = {
        "/campaigns/{id}/save",
        "/campaigns/{id}/cost",
        "/campaigns/{id}/{act:open|close|draw}"
      },
      method = RequestMethod.GET)
  public String lost() {
    return "redirect:/" + CAMPAIGNS;
  }
}
