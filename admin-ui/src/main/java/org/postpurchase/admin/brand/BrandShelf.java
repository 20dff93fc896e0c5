package org.postpurchase.admin.brand;

import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.postpurchase.admin.transfer.Fields;
import org.postpurchase.admin.transfer.FileNames;
import org.postpurchase.admin.transfer.Shelf;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.brand.Brand;
import org.postpurchase.brand.BrandLook;
import org.postpurchase.brand.BrandStore;
import org.postpurchase.brand.Contrast;
import org.postpurchase.brand.Logo;
import org.postpurchase.brand.LogoPicture;
import org.postpurchase.broadleaf.admin.BrandRecord;
import org.postpurchase.broadleaf.config.ReviewParts;
import org.postpurchase.portable.PortableNode;
import org.postpurchase.review.PhotoRefusedException;

/** The brand in files, with its logo; nothing while nobody has saved one. */
public final class BrandShelf implements Shelf {
  private static final String KEY = "brand";
  private static final int LOGO_MAX = 400_000;

  private final BrandStore store;
  private final BrandLook look;
  private final ReviewParts pictures;
  private final Words words;

  public BrandShelf(BrandStore store, BrandLook look, ReviewParts pictures, Words words) {
    this.store = store;
    this.look = look;
    this.pictures = pictures;
    this.words = words;
  }

  @Override
  public String kind() {
    return KEY;
  }

  @Override
  public List<Class<?>> records() {
    return Collections.singletonList(BrandRecord.class);
  }

  @Override
  public List<Entry> entries(EntityManager em) {
    Brand brand = store.read();
    if (brand.edition == 0) {
      return Collections.emptyList();
    }
    PortableNode.Builder content = new PortableNode.Builder().put("key", KEY);
    BrandForm.of(brand)
        .forEach(
            (field, value) -> {
              if (!field.equals("edition")) {
                content.put(field, value);
              }
            });
    if (!brand.logo.sha256.isEmpty()) {
      Optional<byte[]> png = store.picture(brand.logo.sha256);
      png.ifPresent(bytes -> content.put("logo", Base64.getEncoder().encodeToString(bytes)));
    }
    return Collections.singletonList(new Entry(KEY, KEY, content.build(), true));
  }

  @Override
  public List<String> problems(EntityManager em, Entry entry, FileNames names, Locale locale) {
    Fields fields = new Fields(words, locale);
    List<String> known = BrandForm.fields();
    known.remove("edition");
    known.remove("noLogo");
    known.add("key");
    known.add("logo");
    fields.only(entry.content, known.toArray(new String[0]));
    if (!entry.key.equals(KEY)) {
      fields.problem(entry.content, "PostPurchase_Transfer_OneBrand", entry.key);
    }
    if (fields.problems().isEmpty()) {
      Brand before = store.read();
      BrandForm form = form(entry.content, before);
      Brand brand = form.brand(before);
      for (Contrast.Pair pair : Contrast.failing(brand.palette)) {
        form.problems().putIfAbsent(pair.field(), "PostPurchase_Brand_Bad_Contrast");
      }
      if (!entry.content.textOf("logo").isEmpty() && !picture(entry.content).isPresent()) {
        form.problem("logo", "PostPurchase_Brand_Bad_Logo");
      }
      form.problems()
          .forEach(
              (field, problem) -> {
                PortableNode value = entry.content.field(field);
                fields.said(
                    value.isEmpty() ? entry.content : value,
                    field + ": " + words.of(problem, problem, locale));
              });
    }
    return fields.problems();
  }

  private static BrandForm form(PortableNode content, Brand before) {
    Map<String, String> typed = new HashMap<>();
    content.fields.keySet().forEach(name -> typed.put(name, content.textOf(name)));
    typed.put("noLogo", String.valueOf(content.textOf("logo").isEmpty()));
    typed.put("edition", String.valueOf(before.edition));
    return new BrandForm(typed);
  }

  /** Written anew, as an uploaded picture is; empty when it is none. */
  private Optional<LogoPicture> picture(PortableNode content) {
    String data = content.textOf("logo").replaceAll("\\s", "");
    if (data.isEmpty() || data.length() > LOGO_MAX) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(data);
      LogoPicture as = new LogoPicture(bytes);
      if (store.picture(as.sha256).isPresent()) {
        return Optional.of(as); // it is one of ours already
      }
      return Optional.of(new LogoPicture(pictures.photoMaker.drawing(bytes, LogoPicture.SIDE_MAX)));
    } catch (IllegalArgumentException | PhotoRefusedException e) {
      return Optional.empty();
    }
  }

  @Override
  public void put(EntityManager em, Entry entry, String actor) {
    Brand before = store.read();
    Brand typed = form(entry.content, before).brand(before);
    Logo logo = typed.logo;
    Optional<LogoPicture> picture = picture(entry.content);
    if (picture.isPresent()) {
      store.keep(picture.get());
      logo = picture.get().logo();
    }
    if (!store.save(typed.but().logo(logo).build())) {
      throw new ChangedMeanwhileException(KEY);
    }
    look.forget();
  }
}
