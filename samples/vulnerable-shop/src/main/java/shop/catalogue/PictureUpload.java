package shop.catalogue;

import java.io.File;
import java.util.List;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.fileupload.FileItem;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.disk.DiskFileItemFactory;
import org.apache.commons.fileupload.servlet.ServletFileUpload;
import shop.store.Storage;
import shop.web.Page;
import shop.web.TwinServlet;

/** A01:2025, CWE-22: the uploading client says what the file is called and so where it lands. */
public final class PictureUpload extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final long LARGEST_UPLOAD = 100_000;
    private static final String FORM =
            "<form method=\"post\" enctype=\"multipart/form-data\"><input type=\"file\" name=\"picture\"> <button>Send</button></form>";
    private final transient Storage storage;

    public PictureUpload(Storage storage) {
        this.storage = storage;
    }

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws Exception {
        for (var picture : uploaded(request)) {
            picture.write(new File(storage.uploads().toFile(), picture.getName()));
        }
        Page.send(response, "Upload a picture", FORM);
    }

    /** The shop names the file itself. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws Exception {
        for (var picture : uploaded(request)) {
            picture.write(
                    storage.uploads().resolve(UUID.randomUUID().toString()).toFile());
        }
        Page.send(response, "Upload a picture", FORM);
    }

    private static List<FileItem> uploaded(HttpServletRequest request) throws FileUploadException {
        if (!ServletFileUpload.isMultipartContent(request)) {
            return List.of();
        }
        var upload = new ServletFileUpload(new DiskFileItemFactory());
        upload.setSizeMax(LARGEST_UPLOAD);
        return upload.parseRequest(request).stream()
                .filter(item -> !item.isFormField() && item.getSize() > 0)
                .toList();
    }
}
