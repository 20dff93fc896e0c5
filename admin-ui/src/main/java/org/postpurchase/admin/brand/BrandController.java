package org.postpurchase.admin.brand;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.JsonAnswer;
import org.postpurchase.admin.ui.MailFrame;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.brand.Brand;
import org.postpurchase.brand.BrandFont;
import org.postpurchase.brand.BrandLook;
import org.postpurchase.brand.BrandStore;
import org.postpurchase.brand.Contrast;
import org.postpurchase.brand.LogoPicture;
import org.postpurchase.brand.Palette;
import org.postpurchase.brand.SocialLink;
import org.postpurchase.broadleaf.admin.BrandRecord;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.ReviewParts;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.review.PhotoRefusedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * How the shop looks. Looking and trying out need READ on {@link BrandRecord}, saving UPDATE; of
 * two who save at once, the first one wins and the other's form stays as it was typed.
 */
@Controller
@RequestMapping("/" + BrandController.SECTION)
class BrandController extends PageController {
  static final String SECTION = "post-purchase-brand";
  private static final int UPLOAD_MAX = 1024 * 1024;

  private final AdminAccess access;
  private final Infrastructure base;
  private final ReviewParts pictures;
  private final BrandStore store;
  private final BrandLook look;
  private final SampleMail sample;
  private final Words words;

  public BrandController(
      AdminAccess access,
      Infrastructure base,
      BrandStore store,
      ReviewParts pictures,
      SampleMail sample,
      Words words) {
    this.access = access;
    this.base = base;
    this.store = store;
    this.pictures = pictures;
    this.sample = sample;
    this.words = words;
    look = sample.look;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String show(Locale locale, Model model) throws SecurityServiceException {
    access.requireRead(BrandRecord.class);
    Brand brand = base.transactions.call(store::read);
    return page(BrandForm.of(brand), new HashMap<>(), brand, locale, model);
  }

  private String page(
      Map<String, String> form,
      Map<String, String> problems,
      Brand brand,
      Locale locale,
      Model model) {
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    model.addAttribute("colours", BrandForm.COLOURS);
    model.addAttribute("fonts", fonts());
    model.addAttribute("networks", networks());
    model.addAttribute("usual", Palette.USUAL.toString());
    model.addAttribute("logo", base.shop.absolute(brand.logo.address()));
    model.addAttribute("isUploaded", !brand.logo.sha256.isEmpty());
    model.addAttribute("mayEdit", access.may(BrandRecord.class, EntityOperationType.UPDATE));
    RenderedMessage mail = sample.in(brand, locale).orElse(null);
    model.addAttribute("mail", mail == null ? "" : MailFrame.of(mail.html, false));
    return frame(model, SECTION, "brand");
  }

  private static List<Map<String, String>> fonts() {
    List<Map<String, String>> fonts = new ArrayList<>();
    for (BrandFont font : BrandFont.values()) {
      Map<String, String> each = new LinkedHashMap<>();
      each.put("name", font.name());
      each.put("label", font.label);
      fonts.add(each);
    }
    return fonts;
  }

  private static Map<String, String> networks() {
    Map<String, String> networks = new LinkedHashMap<>();
    for (SocialLink.Network network : SocialLink.Network.values()) {
      networks.put(network.name(), network.label);
    }
    return networks;
  }

  /** What was typed, as a mail, and what could not be read in it; changes nothing. */
  @RequestMapping(value = "/preview", method = RequestMethod.POST)
  public void preview(HttpServletRequest request, Locale locale, HttpServletResponse response)
      throws SecurityServiceException, IOException {
    access.requireRead(BrandRecord.class);
    BrandForm form = new BrandForm(typed(request));
    Brand brand = form.brand(base.transactions.call(store::read));
    Map<String, Object> answer = new LinkedHashMap<>();
    RenderedMessage mail = sample.in(brand, locale).orElse(null);
    boolean dark = "true".equals(request.getParameter("dark"));
    answer.put("html", mail == null ? "" : MailFrame.of(mail.html, dark));
    answer.put("failing", failing(brand.palette, locale));
    JsonAnswer.write(response, answer);
  }

  private List<Map<String, Object>> failing(Palette palette, Locale locale) {
    List<Map<String, Object>> failing = new ArrayList<>();
    for (Contrast.Pair pair : Contrast.failing(palette)) {
      Map<String, Object> each = new LinkedHashMap<>();
      String ratio = String.format(locale, "%.1f", Math.floor(pair.ratio(palette) * 10) / 10);
      each.put(
          "text",
          words.filled(
              "PostPurchase_Brand_Contrast",
              locale,
              words.of("PostPurchase_Brand_Pair_" + pair.name(), pair.name(), locale),
              ratio));
      each.put("field", pair.field());
      each.put("cure", pair.cure(palette));
      each.put("cureText", words.filled("PostPurchase_Brand_Cure", locale, pair.cure(palette)));
      failing.add(each);
    }
    return failing;
  }

  @RequestMapping(value = "", method = RequestMethod.POST)
  public String save(
      HttpServletRequest request, Locale locale, Model model, RedirectAttributes redirect)
      throws SecurityServiceException {
    access.require(BrandRecord.class, EntityOperationType.UPDATE, "save brand", "brand");
    Map<String, String> typed = typed(request);
    BrandForm form = new BrandForm(typed);
    LogoPicture picture = picture(form);
    Brand before = base.transactions.call(store::read);
    Brand typedBrand = form.brand(before);
    Brand brand = picture == null ? typedBrand : typedBrand.but().logo(picture.logo()).build();
    for (Contrast.Pair pair : Contrast.failing(brand.palette)) {
      form.problems().putIfAbsent(pair.field(), "PostPurchase_Brand_Bad_Contrast");
    }
    boolean saved =
        form.problems().isEmpty()
            && base.transactions.call(
                () -> {
                  if (picture != null) {
                    store.keep(picture);
                  }
                  boolean done = store.save(brand);
                  if (done) {
                    base.audit.done(access.actor(), "save brand", "brand", said(brand));
                  }
                  return done;
                });
    if (saved) {
      look.forget();
      tell(redirect, true, "PostPurchase_Brand_Flash_Saved");
      return "redirect:/" + SECTION;
    }
    boolean changed = form.problems().isEmpty();
    model.addAttribute(
        "refused",
        changed ? "PostPurchase_Brand_Flash_Changed" : "PostPurchase_Brand_Flash_NotSaved");
    if (changed) { // the next save is meant to win: what is saved now has been shown
      typed.put("edition", String.valueOf(before.edition));
      model.addAttribute("theirs", BrandForm.of(before));
    }
    return page(typed, form.problems(), typedBrand, locale, model);
  }

  private LogoPicture picture(BrandForm form) {
    byte[] upload = form.upload();
    if (upload.length == 0) {
      return null;
    }
    if (upload.length > UPLOAD_MAX) {
      form.problem("logo", "PostPurchase_Brand_Bad_LogoLong");
      return null;
    }
    try {
      return new LogoPicture(pictures.photoMaker.drawing(upload, LogoPicture.SIDE_MAX));
    } catch (PhotoRefusedException refused) {
      form.problem("logo", "PostPurchase_Brand_Bad_Logo");
      return null;
    }
  }

  private static String said(Brand brand) {
    String logo = brand.logo.isNone() ? "none" : brand.logo.address();
    String said =
        "colours "
            + brand.palette
            + ", fonts "
            + brand.headings
            + " "
            + brand.texts
            + ", logo "
            + logo;
    return said.length() > 400 ? said.substring(0, 400) : said;
  }

  private static Map<String, String> typed(HttpServletRequest request) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (String field : BrandForm.fields()) {
      String value = request.getParameter(field);
      typed.put(field, value == null ? "" : value);
    }
    typed.put("logoData", request.getParameter("logoData"));
    return typed;
  }
}
