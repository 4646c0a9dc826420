"""signed.py WORK   signs the first field of each PDF in WORK/out into WORK/signed; see .ci/signed."""

import asyncio
import pathlib
import sys

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers, validation
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext

work = pathlib.Path(sys.argv[1])
signer = signers.SimpleSigner.load(str(work / "key.pem"), str(work / "cert.pem"))
trust = ValidationContext(trust_roots=[signer.signing_cert])
out = work / "signed"
out.mkdir()
files = sorted((work / "out").glob("*/*.pdf"))
if len(files) < 5:
    sys.exit(f"signed: {len(files)} deeds instead of 5 or more")


async def sign(file):
    """Signs a file; returns how many fields it has."""
    with file.open("rb") as source:
        writer = IncrementalPdfFileWriter(source)
        names = [name for name, value, _ in fields.enumerate_sig_fields(writer) if value is None]
        if not names:
            return 0
        meta = signers.PdfSignatureMetadata(field_name=names[0], subfilter=fields.SigSeedSubFilter.PADES)
        # Nothing is drawn: what a program for signing draws is its own, with its own fonts.
        signing = signers.PdfSigner(meta, signer=signer, stamp_style=StaticStampStyle(border_width=0))
        target = out / f"{file.parent.name}-{file.name}"
        with target.open("w+b") as signed:
            await signing.async_sign_pdf(writer, existing_fields_only=True, output=signed)
    with target.open("rb") as signed:
        reader = PdfFileReader(signed)
        signature = reader.embedded_signatures[0]
        status = await validation.async_validate_pdf_signature(signature, signer_validation_context=trust)
        if not (status.intact and status.valid and status.trusted):
            sys.exit(f"signed: {target.name}: {status.summary()}")
        if signature.field_name != names[0]:
            sys.exit(f"signed: {target.name}: {signature.field_name} is signed in place of {names[0]}")
    return len(names)


async def main():
    counts = {f"{file.parent.name}/{file.name}": await sign(file) for file in files}
    without = [name for name, count in counts.items() if count == 0]
    if without:
        sys.exit(f"signed: no field to sign in {', '.join(without)}")
    print(f"signed: {sum(counts.values())} fields in {len(files)} deeds")


asyncio.run(main())
